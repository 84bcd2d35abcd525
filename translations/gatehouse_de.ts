<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Active</source>
        <extracomment>state of a key or team: it may be used</extracomment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <extracomment>state of a key or team: little of its budget is left</extracomment>
        <translation>Fast aufgebraucht</translation>
    </message>
    <message>
        <source>Budget reached</source>
        <extracomment>state of a key or team: nothing of its budget is left</extracomment>
        <translation>Budget erreicht</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
</context>
<context>
    <name>AccountColumns</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>sums of money: %1 was spent of the %2 that may be</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>Neubeginn</translation>
    </message>
    <message>
        <source>RPM</source>
        <extracomment>a limit: requests per minute</extracomment>
        <translation>RPM</translation>
    </message>
    <message>
        <source>TPM</source>
        <extracomment>a limit: tokens per minute</extracomment>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Budget in dollars</source>
        <translation>Budget in Dollar</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>Beginnt neu</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Warn from dollars</source>
        <translation>Warnen ab (Dollar)</translation>
    </message>
    <message>
        <source>From this amount on a warning is given; nothing is refused.</source>
        <translation>Ab diesem Betrag wird gewarnt; abgelehnt wird nichts.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>None ticked: all models.</source>
        <translation>Nichts angekreuzt: alle Modelle.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What uses it, for example an application. Each name once.</source>
        <translation>Was ihn verwendet, zum Beispiel eine Anwendung. Jeder Name nur einmal.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>With commas between them. Every request with this key carries them.</source>
        <translation>Durch Kommas getrennt. Jede Anfrage mit diesem Schlüssel trägt sie.</translation>
    </message>
    <message>
        <source>Shared budget</source>
        <translation>Gemeinsames Budget</translation>
    </message>
    <message>
        <source>Its limits hold where the key has none of its own.</source>
        <translation>Seine Limits gelten, wo der Schlüssel keine eigenen hat.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Empty: one is made up.</source>
        <translation>Leer: Es wird eine erzeugt.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>As your application names the customer in its requests.</source>
        <translation>So, wie die Anwendung den Kunden in ihren Anfragen nennt.</translation>
    </message>
    <message>
        <source>Or limits of its own:</source>
        <translation>Oder eigene Limits:</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>For requests that name none.</source>
        <translation>Für Anfragen, die keines nennen.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Issue key…</source>
        <translation>Schlüssel ausstellen…</translation>
    </message>
    <message>
        <source>No keys yet. Issue one for each application, so that you see what it uses and can limit it.</source>
        <translation>Noch keine Schlüssel. Mit einem eigenen Schlüssel für jede Anwendung ist zu sehen, was sie verbraucht, und sie lässt sich begrenzen.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Add team…</source>
        <translation>Team hinzufügen…</translation>
    </message>
    <message>
        <source>No teams yet. A team shares models, limits and a budget among its members and their keys.</source>
        <translation>Noch keine Teams. Ein Team teilt Modelle, Limits und ein Budget unter seinen Mitgliedern und deren Schlüsseln.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Add user…</source>
        <translation>Benutzer hinzufügen…</translation>
    </message>
    <message>
        <source>No users yet. A user owns keys, has a role, and may have a budget of their own.</source>
        <translation>Noch keine Benutzer. Ein Benutzer besitzt Schlüssel, hat eine Rolle und kann ein eigenes Budget haben.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Add customer…</source>
        <translation>Kunden hinzufügen…</translation>
    </message>
    <message>
        <source>No customers yet. A customer is the end user that your application names in its requests.</source>
        <translation>Noch keine Kunden. Ein Kunde ist der Endbenutzer, den die Anwendung in ihren Anfragen nennt.</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Add budget…</source>
        <translation>Budget hinzufügen…</translation>
    </message>
    <message>
        <source>No shared budgets yet. Keys and customers can refer to one; each of them has all of it for itself.</source>
        <translation>Noch keine gemeinsamen Budgets. Schlüssel und Kunden können auf eines verweisen; jeder von ihnen hat es ganz für sich.</translation>
    </message>
</context>
<context>
    <name>AddModel</name>
    <message>
        <source>Saving…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>Änderungen werden ermittelt…</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>Aliases</name>
    <message>
        <source>%1, weight %2</source>
        <extracomment>one of several models behind a name: %1 is the model, %2 its weight</extracomment>
        <translation>%1, Gewicht %2</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>In the list of models</source>
        <translation>In der Liste der Modelle</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Aufgeführt</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Master key</source>
        <extracomment>who changed something, where nobody but the holder of that key is known</extracomment>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Whatever is administered leaves a line here: who did what to a key, a team or a model.</source>
        <translation>Noch wurde nichts geändert. Alles, was verwaltet wird, hinterlässt hier eine Zeile: wer was an einem Schlüssel, einem Team oder einem Modell tat.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Member of a team</source>
        <translation>Mitglied eines Teams</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Member of an organization</source>
        <translation>Mitglied einer Organisation</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Access group</source>
        <translation>Zugriffsgruppe</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Deleted key</source>
        <translation>Gelöschter Schlüssel</translation>
    </message>
    <message>
        <source>Deleted team</source>
        <translation>Gelöschtes Team</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>unblocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Vorgang</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed: %2</source>
        <extracomment>%1 is a file, %2 what the system says</extracomment>
        <translation>%1 kann nicht geändert werden: %2</translation>
    </message>
</context>
<context>
    <name>BodyText</name>
    <message>
        <source>(%1 more characters)</source>
        <extracomment>stands in place of a part of a long text</extracomment>
        <translation>(%1 weitere Zeichen)</translation>
    </message>
</context>
<context>
    <name>BudgetBox</name>
    <message>
        <source>Requests in the last minute</source>
        <translation>Anfragen in der letzten Minute</translation>
    </message>
    <message>
        <source>Tokens in the last minute</source>
        <translation>Token in der letzten Minute</translation>
    </message>
    <message>
        <source>Requests running</source>
        <translation>Laufende Anfragen</translation>
    </message>
</context>
<context>
    <name>BudgetOutlook</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day near a budget: how day and month are written, see QDate::toString</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>money spent of a budget</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Used up until %1</source>
        <extracomment>a budget; %1 is a time or a day</extracomment>
        <translation>Aufgebraucht bis %1</translation>
    </message>
    <message>
        <source>Used up by %1 at this rate</source>
        <extracomment>a budget, if money goes on being spent like this; %1 is a time or a day</extracomment>
        <translation>Bei diesem Tempo aufgebraucht bis %1</translation>
    </message>
    <message>
        <source>About %1 by %2</source>
        <extracomment>%1 is a sum of money, %2 a time or a day when a budget begins anew</extracomment>
        <translation>Bis %2 etwa %1</translation>
    </message>
    <message>
        <source>Begins anew %1</source>
        <extracomment>a budget; %1 is a time or a day</extracomment>
        <translation>Beginnt neu: %1</translation>
    </message>
</context>
<context>
    <name>Budgets</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>CacheTab</name>
    <message>
        <source>The provider read most of the prompt from its cache.</source>
        <translation>Der Anbieter hat den größten Teil des Prompts aus seinem Cache gelesen.</translation>
    </message>
    <message>
        <source>The provider read a part of the prompt from its cache.</source>
        <translation>Der Anbieter hat einen Teil des Prompts aus seinem Cache gelesen.</translation>
    </message>
    <message>
        <source>The provider&apos;s cache was missed.</source>
        <translation>Der Cache des Anbieters wurde verfehlt.</translation>
    </message>
    <message>
        <source>This is the first call of its conversation: there was nothing to read from a cache.</source>
        <translation>Dies ist der erste Aufruf seines Gesprächs: Aus einem Cache war nichts zu lesen.</translation>
    </message>
    <message>
        <source>The provider did not say what its cache did.</source>
        <translation>Der Anbieter hat nicht mitgeteilt, was sein Cache getan hat.</translation>
    </message>
</context>
<context>
    <name>Callbacks</name>
    <message>
        <source>all requests</source>
        <translation>allen Anfragen</translation>
    </message>
    <message>
        <source>answered requests</source>
        <translation>beantworteten Anfragen</translation>
    </message>
    <message>
        <source>failed requests</source>
        <translation>fehlgeschlagenen Anfragen</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <extracomment>reports to a server: %1 is how many were sent</extracomment>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <extracomment>reports to a server: %1 is how many wait</extracomment>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <extracomment>reports to a server: %1 is how many it did not take</extracomment>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <extracomment>reports to a server: %1 is how many found no room</extracomment>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <extracomment>reports to a server: %1 is their size, such as 3 MB</extracomment>
        <translation>%1 auf der Platte</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>Stellt zu</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>At /metrics</source>
        <translation>Unter /metrics</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Nicht in Verwendung</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarmen</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>unblocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>%1 with the master key</source>
        <extracomment>a change in a list: %1 says what (&quot;blocked&quot;)</extracomment>
        <translation>%1 mit dem Hauptschlüssel</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>a change in a list: %1 says what (&quot;blocked&quot;), %2 who did it</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day under a chart: how day and month are written, see QDate::toString</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>a day beside the figures of a chart, see QDate::toString</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Key in the environment</source>
        <translation>Schlüssel in der Umgebung</translation>
    </message>
    <message>
        <source>Set ANTHROPIC_BASE_URL and ANTHROPIC_AUTH_TOKEN. It asks for models by Anthropic&apos;s names: offer these, as groups or aliases, or choose one of yours here.</source>
        <translation>ANTHROPIC_BASE_URL und ANTHROPIC_AUTH_TOKEN setzen. Es fragt nach Modellen unter Anthropics Namen: Diese als Gruppen oder Aliasse anbieten, oder hier ein eigenes wählen.</translation>
    </message>
    <message>
        <source>Add a provider that speaks the Responses API, and make it the one that is used. The app and the extensions of Codex read the same file.</source>
        <translation>Einen Anbieter eintragen, der die Responses API spricht, und ihn zum benutzten machen. Die App und die Erweiterungen von Codex lesen dieselbe Datei.</translation>
    </message>
    <message>
        <source>Set GOOGLE_GEMINI_BASE_URL and GEMINI_API_KEY, and choose “Use Gemini API Key” when it asks how to sign in.</source>
        <translation>GOOGLE_GEMINI_BASE_URL und GEMINI_API_KEY setzen und „Use Gemini API Key“ wählen, wenn es nach der Anmeldung fragt.</translation>
    </message>
    <message>
        <source>Add a provider of the kind “OpenAI compatible” with the models of this gateway; /models then lists them.</source>
        <translation>Einen Anbieter der Art „OpenAI compatible“ mit den Modellen dieses Gateways eintragen; /models zeigt sie dann.</translation>
    </message>
    <message>
        <source>Add a model of provider “openai” whose apiBase is this gateway to its config.yaml.</source>
        <translation>In der config.yaml ein Modell des Anbieters „openai“ eintragen, dessen apiBase dieses Gateway ist.</translation>
    </message>
    <message>
        <source>Choose “OpenAI Compatible” as the API provider in Cline&apos;s settings and fill in these three fields.</source>
        <translation>In den Einstellungen von Cline „OpenAI Compatible“ als API Provider wählen und diese drei Felder ausfüllen.</translation>
    </message>
    <message>
        <source>Add an OpenAI-compatible provider to Zed&apos;s settings.json; the key goes into its dialog for providers, or into the environment. max_tokens is how much the model can read.</source>
        <translation>In Zeds settings.json einen OpenAI-kompatiblen Anbieter eintragen; der Schlüssel gehört in Zeds Dialog für Anbieter oder in die Umgebung. max_tokens ist, wie viel das Modell lesen kann.</translation>
    </message>
    <message>
        <source>Add an OpenAI connection in the admin settings, or set the variables before the first start. In a container this computer is host.docker.internal and not 127.0.0.1.</source>
        <translation>In den Admin-Einstellungen eine OpenAI-Verbindung anlegen, oder vor dem ersten Start die Variablen setzen. In einem Container heißt dieser Rechner host.docker.internal und nicht 127.0.0.1.</translation>
    </message>
    <message>
        <source>Cursor&apos;s own servers ask the model, not the program on your computer: they cannot reach localhost or a private network. It works only with a gateway that has a public https address.</source>
        <translation>Cursors eigene Server fragen das Modell, nicht das Programm auf diesem Rechner: Sie erreichen weder localhost noch ein privates Netz. Es geht nur mit einem Gateway, das eine öffentliche https-Adresse hat.</translation>
    </message>
    <message>
        <source>Give the client base_url and api_key, or set two variables and change no code.</source>
        <translation>Dem Client base_url und api_key geben, oder zwei Variablen setzen und keinen Code ändern.</translation>
    </message>
    <message>
        <source>Put litellm_proxy/ before the name of the model and set the two variables of LiteLLM&apos;s proxy.</source>
        <translation>litellm_proxy/ vor den Namen des Modells schreiben und die zwei Variablen von LiteLLMs Proxy setzen.</translation>
    </message>
    <message>
        <source>Send the key as a bearer token to the door of the API that you speak.</source>
        <translation>Den Schlüssel als Bearer-Token an die Tür der API senden, die gesprochen wird.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 ist zu groß für Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is written in a way that cannot be changed here without losing something. Copy the text below into it.</source>
        <translation>%1 ist so geschrieben, dass es sich hier nicht verlustfrei ändern lässt. Den Text unten hineinkopieren.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Nothing was written; look again.</source>
        <translation>Die Datei wurde inzwischen geändert. Nichts wurde geschrieben; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
</context>
<context>
    <name>ConversationTab</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>who wrote a message to a model</extracomment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>who wrote a message: the model</extracomment>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>who wrote a message: a tool that the model called</extracomment>
        <translation>Werkzeug</translation>
    </message>
</context>
<context>
    <name>CostTab</name>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Token</translation>
    </message>
    <message>
        <source>Input read from the cache</source>
        <translation>Aus dem Cache gelesene Eingabe</translation>
    </message>
    <message>
        <source>Input written to the cache</source>
        <translation>In den Cache geschriebene Eingabe</translation>
    </message>
    <message>
        <source>Input written to the cache for an hour</source>
        <translation>Für eine Stunde in den Cache geschriebene Eingabe</translation>
    </message>
    <message>
        <source>Reasoning tokens</source>
        <translation>Token zum Nachdenken</translation>
    </message>
    <message>
        <source>Audio input tokens</source>
        <translation>Audio-Eingabe-Token</translation>
    </message>
    <message>
        <source>Audio output tokens</source>
        <translation>Audio-Ausgabe-Token</translation>
    </message>
    <message>
        <source>Image input tokens</source>
        <translation>Bild-Eingabe-Token</translation>
    </message>
    <message>
        <source>Image output tokens</source>
        <translation>Bild-Ausgabe-Token</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed or refused</source>
        <translation>Fehlgeschlagen oder abgelehnt</translation>
    </message>
    <message>
        <source>Answered</source>
        <extracomment>requests that got an answer</extracomment>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>tokens of questions, those not read from a provider&apos;s cache</extracomment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>tokens of answers</extracomment>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>Ready</source>
        <extracomment>a deployment that takes requests</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <extracomment>a deployment that has rested: one request at a time tries it</extracomment>
        <translation>Wird wieder erprobt</translation>
    </message>
    <message>
        <source>Resting</source>
        <extracomment>a deployment that gets no requests for a while after failures</extracomment>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>Disabled</source>
        <extracomment>a deployment that an administrator has taken out of use</extracomment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <extracomment>a deployment whose entry in the configuration is wrong</extracomment>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>how long something still lasts; %1 is a number of seconds</extracomment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Summary</source>
        <extracomment>a tab of the details of a request</extracomment>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Wires</source>
        <extracomment>a tab of the details of a request: the raw requests and responses as they passed</extracomment>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cache</source>
        <extracomment>a tab of the details of a request: the provider&apos;s prompt cache</extracomment>
        <translation>Cache</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 refuses the key</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 lehnt den Schlüssel ab</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>%1 does not allow this</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 erlaubt das nicht</translation>
    </message>
    <message>
        <source>%1 is asked too often</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 wird zu oft gefragt</translation>
    </message>
    <message>
        <source>Raise the limit there, or add a fallback</source>
        <translation>Das Limit dort erhöhen oder einen Fallback hinzufügen</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Add a fallback, or allow more time</source>
        <translation>Einen Fallback hinzufügen oder mehr Zeit lassen</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Check the address and the network</source>
        <translation>Adresse und Netzwerk prüfen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>%1 does not know the model</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 kennt das Modell nicht</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The prompt is too long</source>
        <translation>Der Prompt ist zu lang</translation>
    </message>
    <message>
        <source>Add a fallback with a larger context</source>
        <translation>Einen Fallback mit größerem Kontext hinzufügen</translation>
    </message>
    <message>
        <source>%1 rejects the content</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 weist den Inhalt zurück</translation>
    </message>
    <message>
        <source>Look at what was asked</source>
        <translation>Ansehen, was gefragt wurde</translation>
    </message>
    <message>
        <source>%1 does not understand the request</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 versteht die Anfrage nicht</translation>
    </message>
    <message>
        <source>Look at what was sent</source>
        <translation>Ansehen, was gesendet wurde</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>Add a fallback, or wait until it is well</source>
        <translation>Einen Fallback hinzufügen oder warten, bis die Störung vorbei ist</translation>
    </message>
    <message>
        <source>A client sends an unknown key</source>
        <translation>Ein Client sendet einen unbekannten Schlüssel</translation>
    </message>
    <message>
        <source>Issue a key for it</source>
        <translation>Einen Schlüssel dafür ausstellen</translation>
    </message>
    <message>
        <source>Issue key</source>
        <translation>Schlüssel ausstellen</translation>
    </message>
    <message>
        <source>%1 may not do this</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 darf das nicht</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 has used up a budget</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 hat ein Budget aufgebraucht</translation>
    </message>
    <message>
        <source>Raise it, or wait until it begins anew</source>
        <translation>Es erhöhen oder warten, bis es neu beginnt</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>%1 is turned away</source>
        <extracomment>%1 is a key</extracomment>
        <translation>%1 wird abgewiesen</translation>
    </message>
    <message>
        <source>Requests that cannot be served</source>
        <translation>Anfragen, die nicht bedient werden können</translation>
    </message>
    <message>
        <source>Refused by the gateway</source>
        <translation>Vom Gateway abgelehnt</translation>
    </message>
    <message>
        <source>Look at the requests</source>
        <translation>Die Anfragen ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n×</source>
        <extracomment>how often something happened</extracomment>
        <translation>
            <numerusform>%n×</numerusform>
            <numerusform>%n×</numerusform>
        </translation>
    </message>
    <message>
        <source>Last at %1: %2</source>
        <extracomment>when something last happened; %1 is a time, %2 an error message</extracomment>
        <translation>Zuletzt um %1: %2</translation>
    </message>
    <message>
        <source>Wrong or expired: replace it</source>
        <translation>Falsch oder abgelaufen: ersetzen</translation>
    </message>
    <message>
        <source>Its key may not use this model</source>
        <translation>Sein Schlüssel darf dieses Modell nicht nutzen</translation>
    </message>
    <message>
        <source>Withdrawn? Choose another model</source>
        <translation>Zurückgezogen? Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Allow the model for the key or its team</source>
        <translation>Dem Schlüssel oder seinem Team das Modell erlauben</translation>
    </message>
    <message>
        <source>Over a limit, or all deployments rest</source>
        <translation>Über einem Limit, oder alle Deployments ruhen</translation>
    </message>
    <message>
        <source>Unknown model or malformed request</source>
        <translation>Unbekanntes Modell oder fehlerhafte Anfrage</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>No provider was asked</source>
        <translation>Kein Anbieter wurde gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n Fallback</numerusform>
            <numerusform>%n Fallbacks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the question, %2 in the answer</extracomment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <extracomment>%1 is a number of tokens</extracomment>
        <translation>%1 aus dem Cache</translation>
    </message>
    <message>
        <source>%1 for reasoning</source>
        <extracomment>%1 is a number of tokens</extracomment>
        <translation>%1 zum Nachdenken</translation>
    </message>
    <message>
        <source>%1, first token after %2</source>
        <extracomment>durations: %1 in all, %2 until the answer began</extracomment>
        <translation>%1, erstes Token nach %2</translation>
    </message>
    <message>
        <source>streamed</source>
        <translation>gestreamt</translation>
    </message>
    <message>
        <source>in one piece</source>
        <translation>in einem Stück</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model group</source>
        <translation>Modellgruppe</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>Aufruf-ID</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation>„%1“ ist kein Geldbetrag.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1, as it is</source>
        <extracomment>%1 is a date: when a key expires</extracomment>
        <translation>%1, wie bisher</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n Tag</numerusform>
            <numerusform>In %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>The limit is reached. The budget begins anew at %1.</source>
        <extracomment>%1 is a time of today</extracomment>
        <translation>Das Limit ist erreicht. Das Budget beginnt um %1 neu.</translation>
    </message>
    <message>
        <source>The limit is reached. The budget begins anew on %1.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Das Limit ist erreicht. Das Budget beginnt am %1 neu.</translation>
    </message>
    <message>
        <source>At this rate it reaches its limit at %1.</source>
        <extracomment>%1 is a time of today</extracomment>
        <translation>Bei diesem Tempo erreicht es sein Limit um %1.</translation>
    </message>
    <message>
        <source>At this rate it reaches its limit on %1.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Bei diesem Tempo erreicht es sein Limit am %1.</translation>
    </message>
    <message>
        <source>The limit is reached, and the budget does not begin anew.</source>
        <translation>Das Limit ist erreicht, und das Budget beginnt nicht neu.</translation>
    </message>
    <message>
        <source>At this rate it ends at %1, within the limit.</source>
        <extracomment>%1 is an amount of money: what will be spent at the end of the budget&apos;s period</extracomment>
        <translation>Bei diesem Tempo endet es bei %1, innerhalb des Limits.</translation>
    </message>
</context>
<context>
    <name>GatewayFacts</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1, and %2 are free on the disk</source>
        <extracomment>%1 is how large a database is, %2 what is free on its disk</extracomment>
        <translation>%1, und %2 sind auf der Platte frei</translation>
    </message>
    <message>
        <source>Its size</source>
        <translation>Größe der Datenbank</translation>
    </message>
    <message>
        <source>Log of requests</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>None is kept</source>
        <translation>Wird nicht geführt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>%1 since %2, some %3</source>
        <extracomment>%1 is a number of requests, %2 the day of the oldest one, %3 a size in bytes</extracomment>
        <translation>%1 seit %2, etwa %3</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <extracomment>%1 is what there is, %2 the most there may be, such as &quot;512 MB&quot;</extracomment>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>%1 on disk (%2), %3 in memory (%4)</source>
        <extracomment>exchanges that are kept: %1 is how many on disk, %2 their size, %3 how many in memory, %4 their size</extracomment>
        <translation>%1 auf der Platte (%2), %3 im Arbeitsspeicher (%4)</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Cannot be written: requests are refused until the disk has room</source>
        <translation>Kann nicht geschrieben werden: Anfragen werden abgelehnt, bis auf der Platte Platz ist</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>None (http)</source>
        <translation>Keine (http)</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>None: whoever reaches the address may call, and change everything</source>
        <translation>Keiner: Wer die Adresse erreicht, darf aufrufen und alles ändern</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>Läuft seit</translation>
    </message>
</context>
<context>
    <name>Guardrails</name>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>request, beside the provider</source>
        <translation>Anfrage, neben dem Anbieter</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>what is logged</source>
        <translation>was protokolliert wird</translation>
    </message>
    <message>
        <source>else: %1</source>
        <translation>sonst: %1</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Drill, %1</source>
        <extracomment>a simulated outage of a provider; %1 is how long it still lasts</extracomment>
        <translation>Übung, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a state that ends by itself: %1 is &quot;Resting&quot;, %2 how long it still lasts</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No requests in the last hour</source>
        <translation>Keine Anfragen in der letzten Stunde</translation>
    </message>
    <message>
        <source>95 %: %1</source>
        <extracomment>%1 is a duration that 95 of 100 answers did not exceed</extracomment>
        <translation>95 %: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <extracomment>%1 is a share of the requests, in percent</extracomment>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n läuft gerade</numerusform>
            <numerusform>%n laufen gerade</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>Team administrator</source>
        <translation>Team-Administrator</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>In a drill</source>
        <translation>In einer Übung</translation>
    </message>
    <message>
        <source>Resting, %1 s</source>
        <extracomment>a deployment rests: %1 is a number of seconds</extracomment>
        <translation>Ruht, %1 s</translation>
    </message>
    <message>
        <source>The gateway cannot use this entry of the configuration file. Settings shows what is wrong with it.</source>
        <translation>Das Gateway kann diesen Eintrag der Konfigurationsdatei nicht verwenden. Die Einstellungen zeigen, was daran falsch ist.</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>%1 requests a minute</source>
        <translation>%1 Anfragen pro Minute</translation>
    </message>
    <message>
        <source>%1 tokens a minute</source>
        <translation>%1 Token pro Minute</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Included file</source>
        <translation>Eingebundene Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <extracomment>where a key is kept: %1 is its name</extracomment>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <extracomment>an environment variable: %1 is its name</extracomment>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <extracomment>where a key is kept: %1 is a path</extracomment>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>Credential: %1</source>
        <extracomment>where a key is kept: %1 is the name of a credential</extracomment>
        <translation>Zugangsdaten: %1</translation>
    </message>
    <message>
        <source>In clear in the file</source>
        <translation>Im Klartext in der Datei</translation>
    </message>
    <message>
        <source>Sealed in the database</source>
        <translation>Verschlüsselt in der Datenbank</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>Anbieter und Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Price in / out</source>
        <translation>Preis ein / aus</translation>
    </message>
    <message>
        <source>Dollars for a million tokens read and written</source>
        <translation>Dollar je Million gelesener und geschriebener Token</translation>
    </message>
    <message>
        <source>Weight and limits</source>
        <translation>Gewicht und Limits</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Deployment id</source>
        <translation>Deployment-ID</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>no models yet</source>
        <translation>noch keine Modelle</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Keys &amp; budgets</source>
        <translation>Schlüssel &amp; Budgets</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Traffic</source>
        <extracomment>a page of the window: the requests and their answers</extracomment>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Playground</source>
        <extracomment>a page of the window: a question to several models at once</extracomment>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>a page of the window: who changed what and when</extracomment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>a page of the window: how programs are pointed at this gateway</extracomment>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Guardrails</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Issue a key</source>
        <translation>Schlüssel ausstellen</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Dry run of a request</source>
        <translation>Probelauf einer Anfrage</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Deployments and their state</source>
        <translation>Deployments und ihr Zustand</translation>
    </message>
    <message>
        <source>Rules of routing</source>
        <translation>Regeln des Routings</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>Fehlgeschlagene Anfragen</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>Laufende Anfragen</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Action</source>
        <extracomment>what is done when it is chosen</extracomment>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests with “%1”</source>
        <translation>Anfragen mit „%1“</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jährlich</translation>
    </message>
</context>
<context>
    <name>ProviderCards</name>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n Deployment</numerusform>
            <numerusform>%n Deployments</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 errors in 24 h</source>
        <extracomment>%1 is a share, as in 0.2 %</extracomment>
        <translation>%1 Fehler in 24 h</translation>
    </message>
    <message>
        <source>Latency %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>Latenz %1</translation>
    </message>
</context>
<context>
    <name>ProviderKeys</name>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>The key of %1 is kept.</source>
        <translation>Der Schlüssel von %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Use the new key of %1</source>
        <translation>Den neuen Schlüssel von %1 verwenden</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer as “%1”. The configuration only names it.</source>
        <translation>Im Schlüsselbund dieses Computers als „%1“ gespeichert. Die Konfiguration nennt nur den Namen.</translation>
    </message>
    <message>
        <source>Kept sealed in the gateway&apos;s database as “%1”. The configuration only names it.</source>
        <translation>Verschlüsselt in der Datenbank des Gateways als „%1“ gespeichert. Die Konfiguration nennt nur den Namen.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>Zuerst den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>Schlüssel wird gespeichert…</translation>
    </message>
    <message>
        <source>Remove the key of %1</source>
        <translation>Schlüssel von %1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is deleted from the keychain of this computer. This cannot be undone.</source>
        <translation>„%1“ wird aus dem Schlüsselbund dieses Computers gelöscht. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) use it and cannot answer without it.</source>
        <translation>
            <numerusform>%n Deployment verwendet ihn und kann ohne ihn nicht antworten.</numerusform>
            <numerusform>%n Deployments verwenden ihn und können ohne ihn nicht antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>The key of %1 is removed.</source>
        <translation>Der Schlüssel von %1 ist entfernt.</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>Live</source>
        <extracomment>a range of time: what happens now, second by second</extracomment>
        <translation>Live</translation>
    </message>
    <message>
        <source>the last five minutes</source>
        <translation>den letzten fünf Minuten</translation>
    </message>
    <message>
        <source>1 h</source>
        <extracomment>a range of time: one hour</extracomment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>der letzten Stunde</translation>
    </message>
    <message>
        <source>24 h</source>
        <extracomment>a range of time: 24 hours</extracomment>
        <translation>24 h</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>7 d</source>
        <extracomment>a range of time: seven days</extracomment>
        <translation>7 d</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>30 d</source>
        <extracomment>a range of time: thirty days</extracomment>
        <translation>30 d</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>den letzten 30 Tagen</translation>
    </message>
</context>
<context>
    <name>Referrers</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Member of a team</source>
        <translation>Mitglied eines Teams</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Member of an organization</source>
        <translation>Mitglied einer Organisation</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Administrator, view only</source>
        <translation>Administrator, nur lesend</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User, view only</source>
        <translation>Benutzer, nur lesend</translation>
    </message>
    <message>
        <source>Organization administrator</source>
        <translation>Organisations-Administrator</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>Simulated outage</source>
        <translation>Simulierter Ausfall</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1 is a state, %2 how long it lasts still</extracomment>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Well, %1</source>
        <translation>In Ordnung, %1</translation>
    </message>
    <message>
        <source>Failed, %1</source>
        <translation>Fehlgeschlagen, %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In flight</source>
        <extracomment>requests that are being answered now</extracomment>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>This minute</source>
        <translation>Diese Minute</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Chat completions</source>
        <translation>Chat Completions</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Messages (Anthropic)</source>
        <translation>Messages (Anthropic)</translation>
    </message>
    <message>
        <source>Generate content (Gemini)</source>
        <translation>Generate Content (Gemini)</translation>
    </message>
    <message>
        <source>Text completions</source>
        <translation>Text Completions</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation>Bilderzeugung</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>Rerank</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Any failure</source>
        <translation>Jeder Fehler</translation>
    </message>
    <message>
        <source>Prompt too long</source>
        <translation>Prompt zu lang</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>Inhalt abgelehnt</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Bitte ein Modell wählen.</translation>
    </message>
    <message>
        <source>The size of the prompt must be a number of tokens.</source>
        <translation>Die Größe des Prompts muss eine Anzahl von Token sein.</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>Am wahrscheinlichsten</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Rests</source>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>No budget left</source>
        <translation>Budget erschöpft</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>Am Limit</translation>
    </message>
    <message>
        <source>Of a later order</source>
        <translation>Von späterem Rang</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Nicht gewählt</translation>
    </message>
    <message>
        <source>Simulated outage: it is tried and fails</source>
        <translation>Simulierter Ausfall: Es wird versucht und schlägt fehl</translation>
    </message>
    <message>
        <source>All rest.</source>
        <translation>Alle ruhen.</translation>
    </message>
    <message>
        <source>Nobody can be called: %1</source>
        <translation>Keines kann aufgerufen werden: %1</translation>
    </message>
    <message>
        <source>Asked for as %1</source>
        <extracomment>%1 is another name of a model</extracomment>
        <translation>Angefragt als %1</translation>
    </message>
    <message>
        <source>Changes the request: %1</source>
        <translation>Ändert die Anfrage: %1</translation>
    </message>
    <message>
        <source>If that fails: %1</source>
        <translation>Wenn das scheitert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1, at %2</source>
        <extracomment>%1 is a model as it is called here, %2 the provider&apos;s name for it</extracomment>
        <translation>Antwort von %1 über %2</translation>
    </message>
    <message>
        <source>Nobody would answer</source>
        <translation>Niemand würde antworten</translation>
    </message>
    <message>
        <source>The name stands for one of %1, drawn by weight.</source>
        <extracomment>%1 is a list of models, of which one is drawn</extracomment>
        <translation>Der Name steht für eines von %1, ausgelost nach Gewicht.</translation>
    </message>
    <message>
        <source>Refused with status %1</source>
        <translation>Abgelehnt mit Status %1</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>Nach %1: %2</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>Wenn dies scheitert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>the position in a list: first, second …</extracomment>
        <translation>Rang</translation>
    </message>
    <message>
        <source>This is tried</source>
        <translation>Wird dies versucht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>Jedes andere Modell</translation>
    </message>
    <message>
        <source>%1, %2: number %3 is %4</source>
        <extracomment>%1 is a model, %2 why it failed (&quot;Any failure&quot;), %3 a number, %4 another model</extracomment>
        <translation>%1, %2: Nummer %3 ist %4</translation>
    </message>
    <message>
        <source>Leads back in a circle: nobody is tried twice</source>
        <translation>Führt im Kreis zurück: Keines wird zweimal versucht</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Nicht in Verwendung</translation>
    </message>
    <message>
        <source>Also %1</source>
        <extracomment>other names of a model</extracomment>
        <translation>Auch %1</translation>
    </message>
    <message>
        <source>Without fallbacks of its own</source>
        <translation>Ohne eigene Fallbacks</translation>
    </message>
    <message>
        <source>There is no such model</source>
        <translation>Dieses Modell gibt es nicht</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Check the fit before a call</source>
        <translation>Vor dem Aufruf prüfen, ob es passt</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Least wait between tries (s)</source>
        <translation>Mindestpause zwischen Versuchen (s)</translation>
    </message>
    <message>
        <source>Most fallbacks of one request</source>
        <translation>Höchstzahl Fallbacks je Anfrage</translation>
    </message>
    <message>
        <source>One attempt, in all (s)</source>
        <translation>Ein Versuch, insgesamt (s)</translation>
    </message>
    <message>
        <source>A stream, until it begins (s)</source>
        <translation>Ein Stream, bis er beginnt (s)</translation>
    </message>
    <message>
        <source>Failures allowed in a row</source>
        <translation>Erlaubte Fehler in Folge</translation>
    </message>
    <message>
        <source>Rest after that (s)</source>
        <translation>Abkühlzeit danach (s)</translation>
    </message>
    <message>
        <source>Never rest</source>
        <translation>Nie ruhen</translation>
    </message>
    <message>
        <source>“%1” must be a number that is not below zero.</source>
        <translation>„%1“ muss eine Zahl sein, die nicht kleiner als null ist.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>„%1“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>One by chance, by weight.</source>
        <translation>Ein zufälliges, nach Gewicht.</translation>
    </message>
    <message>
        <source>Set weight, rpm or tpm on the deployments; without them all have the same chance.</source>
        <translation>Dazu weight, rpm oder tpm an den Deployments setzen; ohne sie haben alle dieselbe Chance.</translation>
    </message>
    <message>
        <source>The one with the fewest requests under way.</source>
        <translation>Das mit den wenigsten laufenden Anfragen.</translation>
    </message>
    <message>
        <source>The one whose last answers came fastest.</source>
        <translation>Das, dessen letzte Antworten am schnellsten kamen.</translation>
    </message>
    <message>
        <source>Learns from the answers; keeps to rpm and tpm.</source>
        <translation>Lernt aus den Antworten; hält rpm und tpm ein.</translation>
    </message>
    <message>
        <source>The one with the most of its rpm and tpm left this minute.</source>
        <translation>Das, dem in dieser Minute am meisten von seinem rpm und tpm bleibt.</translation>
    </message>
    <message>
        <source>Set rpm or tpm on the deployments.</source>
        <translation>Dazu rpm oder tpm an den Deployments setzen.</translation>
    </message>
    <message>
        <source>The cheapest.</source>
        <translation>Das günstigste.</translation>
    </message>
    <message>
        <source>Needs a price for each deployment; the catalogue knows most.</source>
        <translation>Braucht für jedes Deployment einen Preis; der Katalog kennt die meisten.</translation>
    </message>
    <message>
        <source>One by chance, by weight, among those with budget left.</source>
        <translation>Ein zufälliges, nach Gewicht, unter denen mit verbleibendem Budget.</translation>
    </message>
    <message>
        <source>Set provider_budget_config; every strategy keeps to budgets.</source>
        <translation>Dazu provider_budget_config setzen; jede Strategie hält Budgets ein.</translation>
    </message>
    <message>
        <source>The better of two that are expected to answer soonest; looks at speed, load, failures and limits.</source>
        <translation>Das bessere von zweien, von denen die schnellste Antwort erwartet wird; berücksichtigt Tempo, Last, Fehler und Limits.</translation>
    </message>
    <message>
        <source>Learns from the answers; does not look at prices.</source>
        <translation>Lernt aus den Antworten; berücksichtigt keine Preise.</translation>
    </message>
</context>
<context>
    <name>RoutingTab</name>
    <message>
        <source>Chosen</source>
        <extracomment>what became of a deployment when one had to be chosen</extracomment>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Not picked</source>
        <translation>Nicht gewählt</translation>
    </message>
    <message>
        <source>Tried before</source>
        <translation>Schon versucht</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>Ausgefiltert</translation>
    </message>
    <message>
        <source>No budget left</source>
        <translation>Budget erschöpft</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>Am Limit</translation>
    </message>
    <message>
        <source>Of a later order</source>
        <translation>Von späterem Rang</translation>
    </message>
    <message>
        <source>Resting</source>
        <extracomment>after failures it is left alone for a while</extracomment>
        <translation>Ruht</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A whole number is expected.</source>
        <translation>Eine ganze Zahl wird erwartet.</translation>
    </message>
    <message>
        <source>A number is expected.</source>
        <translation>Eine Zahl wird erwartet.</translation>
    </message>
    <message>
        <source>A duration is expected, such as 30, 30s, 10m or 7d.</source>
        <translation>Eine Dauer wird erwartet, etwa 30, 30s, 10m oder 7d.</translation>
    </message>
    <message>
        <source>Name where the secret is kept, os.environ/NAME or keychain/NAME, so that it does not stand in the file.</source>
        <translation>Hier angeben, wo das Geheimnis aufbewahrt wird, os.environ/NAME oder keychain/NAME, damit es nicht in der Datei steht.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <extracomment>the value of a setting that is not set; %1 is that value</extracomment>
        <translation>%1 (Standard)</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>Addresses that may call</source>
        <translation>Adressen, die aufrufen dürfen</translation>
    </message>
    <message>
        <source>Believe X-Forwarded-For</source>
        <translation>X-Forwarded-For glauben</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>Header des Schlüssels</translation>
    </message>
    <message>
        <source>Paths that need no key</source>
        <translation>Pfade, die keinen Schlüssel brauchen</translation>
    </message>
    <message>
        <source>Paths for administrators only</source>
        <translation>Pfade nur für Administratoren</translation>
    </message>
    <message>
        <source>The only paths that are served</source>
        <translation>Die einzigen Pfade, die bedient werden</translation>
    </message>
    <message>
        <source>Ask for a key at /metrics</source>
        <translation>Bei /metrics einen Schlüssel verlangen</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Größte Anfrage</translation>
    </message>
    <message>
        <source>Leave out unknown parameters</source>
        <translation>Unbekannte Parameter weglassen</translation>
    </message>
    <message>
        <source>Mend requests</source>
        <translation>Anfragen ausbessern</translation>
    </message>
    <message>
        <source>Requests must name their end user</source>
        <translation>Anfragen müssen ihren Endbenutzer nennen</translation>
    </message>
    <message>
        <source>Header that names the end user</source>
        <translation>Header, der den Endbenutzer nennt</translation>
    </message>
    <message>
        <source>Parameters that must be there</source>
        <translation>Parameter, die da sein müssen</translation>
    </message>
    <message>
        <source>Refuse tags of callers</source>
        <translation>Tags von Aufrufern ablehnen</translation>
    </message>
    <message>
        <source>Pass x- headers on to providers</source>
        <translation>Header mit x- an Anbieter weitergeben</translation>
    </message>
    <message>
        <source>Usage at the end of every stream</source>
        <translation>Verbrauch am Ende jedes Streams</translation>
    </message>
    <message>
        <source>Paths that lead to other servers</source>
        <translation>Pfade, die zu anderen Servern führen</translation>
    </message>
    <message>
        <source>PostgreSQL database</source>
        <translation>PostgreSQL-Datenbank</translation>
    </message>
    <message>
        <source>Keep models added at run time</source>
        <translation>Im Betrieb hinzugefügte Modelle aufbewahren</translation>
    </message>
    <message>
        <source>Force the journal onto the disk</source>
        <translation>Journal auf die Platte zwingen</translation>
    </message>
    <message>
        <source>Keep no log of requests</source>
        <translation>Kein Anfrageprotokoll führen</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>Prompts und Antworten aufbewahren</translation>
    </message>
    <message>
        <source>Keep requests for</source>
        <translation>Aufbewahrungsdauer von Anfragen</translation>
    </message>
    <message>
        <source>Largest log of requests</source>
        <translation>Größtes Anfrageprotokoll</translation>
    </message>
    <message>
        <source>Remove old ones every</source>
        <translation>Alte entfernen im Abstand von</translation>
    </message>
    <message>
        <source>Keep exchanges on disk</source>
        <translation>Mitschnitte auf der Platte aufbewahren</translation>
    </message>
    <message>
        <source>Keep what was said</source>
        <translation>Gesagtes aufbewahren</translation>
    </message>
    <message>
        <source>Kept of each body</source>
        <translation>Aufbewahrt von jedem Body</translation>
    </message>
    <message>
        <source>Disk for exchanges</source>
        <translation>Platte für Mitschnitte</translation>
    </message>
    <message>
        <source>Memory for exchanges</source>
        <translation>Arbeitsspeicher für Mitschnitte</translation>
    </message>
    <message>
        <source>Longest attempt</source>
        <translation>Längster Versuch</translation>
    </message>
    <message>
        <source>Longest wait for a stream to begin</source>
        <translation>Längste Wartezeit, bis ein Stream beginnt</translation>
    </message>
    <message>
        <source>Longest attempt, where nothing else says it</source>
        <translation>Längster Versuch, wo nichts anderes festgelegt ist</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Least pause between two tries</source>
        <translation>Mindestpause zwischen zwei Versuchen</translation>
    </message>
    <message>
        <source>Failures until a deployment rests</source>
        <translation>Fehler, bis ein Deployment ruht</translation>
    </message>
    <message>
        <source>How long it rests</source>
        <translation>Wie lange es ruht</translation>
    </message>
    <message>
        <source>When a stream breaks off</source>
        <translation>Wenn ein Stream abbricht</translation>
    </message>
    <message>
        <source>Most fallbacks of one request</source>
        <translation>Höchstzahl Fallbacks je Anfrage</translation>
    </message>
    <message>
        <source>Check certificates of providers</source>
        <translation>Zertifikate der Anbieter prüfen</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>Nur IPv4</translation>
    </message>
    <message>
        <source>Requests at the same time, for each deployment</source>
        <translation>Gleichzeitige Anfragen je Deployment</translation>
    </message>
    <message>
        <source>Check deployments now and then</source>
        <translation>Deployments ab und zu prüfen</translation>
    </message>
    <message>
        <source>Time between two checks</source>
        <translation>Zeit zwischen zwei Prüfungen</translation>
    </message>
    <message>
        <source>Pass over what fails its check</source>
        <translation>Übergehen, was die Prüfung nicht besteht</translation>
    </message>
    <message>
        <source>Told of all requests</source>
        <translation>Erfahren von allen Anfragen</translation>
    </message>
    <message>
        <source>Told of answered requests</source>
        <translation>Erfahren von beantworteten Anfragen</translation>
    </message>
    <message>
        <source>Told of failed requests</source>
        <translation>Erfahren von fehlgeschlagenen Anfragen</translation>
    </message>
    <message>
        <source>Tell them no messages</source>
        <translation>Ihnen keine Nachrichten mitteilen</translation>
    </message>
    <message>
        <source>Tell nobody who asked</source>
        <translation>Niemandem mitteilen, wer gefragt hat</translation>
    </message>
    <message>
        <source>Longest wait for a callback’s server</source>
        <translation>Längste Wartezeit auf den Server eines Callbacks</translation>
    </message>
    <message>
        <source>Memory for reports that wait</source>
        <translation>Arbeitsspeicher für wartende Meldungen</translation>
    </message>
    <message>
        <source>Disk for reports that wait</source>
        <translation>Platte für wartende Meldungen</translation>
    </message>
    <message>
        <source>Where alerts go</source>
        <translation>Wohin Alarme gehen</translation>
    </message>
    <message>
        <source>Kinds of alerts</source>
        <translation>Arten von Alarmen</translation>
    </message>
    <message>
        <source>An answer is slow after</source>
        <translation>Eine Antwort ist langsam nach</translation>
    </message>
    <message>
        <source>Report spending every</source>
        <translation>Ausgaben melden im Abstand von</translation>
    </message>
    <message>
        <source>Fine tuning of alerts</source>
        <translation>Feineinstellung der Alarme</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Log more</source>
        <translation>Mehr protokollieren</translation>
    </message>
    <message>
        <source>Lines as JSON</source>
        <translation>Zeilen als JSON</translation>
    </message>
    <message>
        <source>Keep providers’ words out of errors</source>
        <translation>Wortlaut der Anbieter aus Fehlern heraushalten</translation>
    </message>
    <message>
        <source>Who may call</source>
        <translation>Wer aufrufen darf</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Log of requests</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>Exchanges with all that passed</source>
        <translation>Mitschnitte mit allen Rohdaten</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>How long to wait</source>
        <translation>Wie lange gewartet wird</translation>
    </message>
    <message>
        <source>When a request fails</source>
        <translation>Wenn eine Anfrage fehlschlägt</translation>
    </message>
    <message>
        <source>Connections to providers</source>
        <translation>Verbindungen zu Anbietern</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Zustandsprüfungen</translation>
    </message>
    <message>
        <source>Reports to callbacks</source>
        <translation>Meldungen an Callbacks</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Programmprotokoll</translation>
    </message>
    <message>
        <source>Fetch from public places only</source>
        <translation>Nur von öffentlichen Adressen abrufen</translation>
    </message>
    <message>
        <source>Hosts that are allowed besides</source>
        <translation>Außerdem erlaubte Hosts</translation>
    </message>
    <message>
        <source>Largest picture or document</source>
        <translation>Größtes Bild oder Dokument</translation>
    </message>
    <message>
        <source>Budget in dollars</source>
        <translation>Budget in Dollar</translation>
    </message>
    <message>
        <source>The budget begins anew after</source>
        <translation>Das Budget beginnt neu nach</translation>
    </message>
    <message>
        <source>Budgets of providers</source>
        <translation>Budgets von Anbietern</translation>
    </message>
    <message>
        <source>Budgets of tags</source>
        <translation>Budgets von Tags</translation>
    </message>
    <message>
        <source>File with models and prices</source>
        <translation>Datei mit Modellen und Preisen</translation>
    </message>
    <message>
        <source>Budget of a new user</source>
        <translation>Budget eines neuen Benutzers</translation>
    </message>
    <message>
        <source>A new user’s budget begins anew after</source>
        <translation>Das Budget eines neuen Benutzers beginnt neu nach</translation>
    </message>
    <message>
        <source>Budget of an unknown customer</source>
        <translation>Budget eines unbekannten Kunden</translation>
    </message>
    <message>
        <source>Or the budget that it shares</source>
        <translation>Oder das Budget, das er teilt</translation>
    </message>
    <message>
        <source>A new user begins with</source>
        <translation>Ein neuer Benutzer beginnt mit</translation>
    </message>
    <message>
        <source>A new team begins with</source>
        <translation>Ein neues Team beginnt mit</translation>
    </message>
    <message>
        <source>A new key begins with</source>
        <translation>Ein neuer Schlüssel beginnt mit</translation>
    </message>
    <message>
        <source>The most a new key may have</source>
        <translation>Das Höchste, was ein neuer Schlüssel haben darf</translation>
    </message>
    <message>
        <source>Who may issue keys</source>
        <translation>Wer Schlüssel ausstellen darf</translation>
    </message>
    <message>
        <source>Ask another deployment when an answer is late</source>
        <translation>Ein anderes Deployment fragen, wenn eine Antwort auf sich warten lässt</translation>
    </message>
    <message>
        <source>Join identical requests</source>
        <translation>Gleiche Anfragen zusammenlegen</translation>
    </message>
    <message>
        <source>Let time-outs and rate limits pass</source>
        <translation>Zeitüberschreitungen und Ratenlimits hingehen lassen</translation>
    </message>
    <message>
        <source>Only these model groups are checked</source>
        <translation>Nur diese Modellgruppen werden geprüft</translation>
    </message>
    <message>
        <source>Checks at the same time</source>
        <translation>Gleichzeitige Prüfungen</translation>
    </message>
    <message>
        <source>Fields left out of reports</source>
        <translation>In Meldungen weggelassene Felder</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Tags of every trace</source>
        <translation>Tags jedes Traces</translation>
    </message>
    <message>
        <source>Show end users</source>
        <translation>Endbenutzer zeigen</translation>
    </message>
    <message>
        <source>Show all budgets</source>
        <translation>Alle Budgets zeigen</translation>
    </message>
    <message>
        <source>Labels from metadata</source>
        <translation>Labels aus Metadaten</translation>
    </message>
    <message>
        <source>Labels from tags</source>
        <translation>Labels aus Tags</translation>
    </message>
    <message>
        <source>Most lines of /metrics</source>
        <translation>Höchstzahl Zeilen von /metrics</translation>
    </message>
    <message>
        <source>Report each day’s spending</source>
        <translation>Ausgaben jedes Tages melden</translation>
    </message>
    <message>
        <source>E-mail addresses of operators</source>
        <translation>E-Mail-Adressen der Betreiber</translation>
    </message>
    <message>
        <source>Failures that are a minor outage</source>
        <translation>Fehler, die ein kleiner Ausfall sind</translation>
    </message>
    <message>
        <source>Failures that are a major outage</source>
        <translation>Fehler, die ein großer Ausfall sind</translation>
    </message>
    <message>
        <source>Pictures and documents named by address</source>
        <translation>Bilder und Dokumente, die mit ihrer Adresse genannt werden</translation>
    </message>
    <message>
        <source>The whole gateway</source>
        <translation>Das ganze Gateway</translation>
    </message>
    <message>
        <source>New users, teams and keys</source>
        <translation>Neue Benutzer, Teams und Schlüssel</translation>
    </message>
    <message>
        <source>Late and identical requests</source>
        <translation>Späte und gleiche Anfragen</translation>
    </message>
    <message>
        <source>Langfuse</source>
        <translation>Langfuse</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Price of a million tokens read, $</source>
        <translation>Preis je Million gelesener Token, $</translation>
    </message>
    <message>
        <source>Price of a million tokens written, $</source>
        <translation>Preis je Million geschriebener Token, $</translation>
    </message>
    <message>
        <source>Price of a million cached tokens, $</source>
        <translation>Preis je Million Token aus dem Cache, $</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>Time-out, seconds</source>
        <translation>Zeitlimit, Sekunden</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>%1. %2</source>
        <extracomment>one of several tries: %1 is its number, %2 where it went</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>Ganzer Aufruf</translation>
    </message>
    <message>
        <source>Waited in line</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Checks and limits</source>
        <translation>Prüfungen und Limits</translation>
    </message>
    <message>
        <source>To the caller</source>
        <translation>Zum Aufrufer</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Not running</source>
        <extracomment>State of the gateway: it could not start, or broke down</extracomment>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <extracomment>%1 is host and port</extracomment>
        <translation>Läuft auf %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <extracomment>%1 is host and port</extracomment>
        <translation>Verbunden mit %1</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>a duration: %1 minutes and %2 seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>a large number: %1 millions</extracomment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a share; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>API keys</extracomment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficColumns</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Done, failed, refused by the gateway, abandoned by the caller, or still running</source>
        <translation>Fertig, fehlgeschlagen, vom Gateway abgelehnt, vom Aufrufer abgebrochen oder noch am Laufen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the request arrived</source>
        <translation>Wann die Anfrage eintraf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model asked for, and the provider&apos;s model that answered</source>
        <translation>Das verlangte Modell und das Modell des Anbieters, das geantwortet hat</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who answered, or was asked last</source>
        <translation>Wer geantwortet hat oder zuletzt gefragt wurde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>HTTP status the caller saw</source>
        <translation>HTTP-Status, den der Aufrufer sah</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Time until the answer began</source>
        <translation>Zeit, bis die Antwort begann</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time until the answer was complete</source>
        <translation>Zeit, bis die Antwort vollständig war</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Tokens in the question</source>
        <translation>Token in der Frage</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Name of the caller&apos;s key</source>
        <translation>Name des Schlüssels des Aufrufers</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n fallback(s)</source>
        <extracomment>numbers: %1 attempts, of which %2 at other model groups than the one asked for</extracomment>
        <translation>
            <numerusform>%1, %n Fallback</numerusform>
            <numerusform>%1, %n Fallbacks</numerusform>
        </translation>
    </message>
    <message>
        <source>Streamed</source>
        <extracomment>an answer that comes piece by piece, and one that comes as a whole</extracomment>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Am Stück</translation>
    </message>
    <message>
        <source>Tokens in the answer; while it runs, its size so far</source>
        <translation>Token in der Antwort; solange sie läuft, ihr bisheriger Umfang</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Tokens of the question that the provider read from its cache</source>
        <translation>Token der Frage, die der Anbieter aus seinem Cache gelesen hat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What the provider charges, by the price table</source>
        <translation>Was der Anbieter laut Preistabelle berechnet</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team of the caller&apos;s key</source>
        <translation>Team des Schlüssels des Aufrufers</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How many deployments were tried, and how many fallbacks were taken</source>
        <translation>Wie viele Deployments versucht und wie viele Fallbacks genommen wurden</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Streamed, or in one piece</source>
        <translation>Gestreamt oder in einem Stück</translation>
    </message>
</context>
<context>
    <name>TrafficRow</name>
    <message>
        <source>Running</source>
        <extracomment>State of a request in the table: it is being answered right now</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a request in the table: the caller got a whole answer</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a request in the table: a provider failed</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>State of a request in the table: the gateway itself said no</extracomment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <extracomment>State of a request in the table: the caller hung up before the end</extracomment>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>Dollar</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>tokens per minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>kilobytes</source>
        <translation>Kilobyte</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>Megabyte</translation>
    </message>
    <message>
        <source>gigabytes</source>
        <translation>Gigabyte</translation>
    </message>
</context>
<context>
    <name>gatehouse::app::Desktop</name>
    <message>
        <source>Quit Gatehouse?</source>
        <translation>Gatehouse beenden?</translation>
    </message>
    <message>
        <source>The gateway stops, and clients get no answer until it is started again.</source>
        <translation>Das Gateway hält an, und Clients bekommen keine Antwort, bis es wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) still running. Quitting waits a short time for them and then cuts them off.</source>
        <translation>
            <numerusform>%n Anfrage läuft noch. Beim Beenden wird kurz auf sie gewartet, dann wird sie abgebrochen.</numerusform>
            <numerusform>%n Anfragen laufen noch. Beim Beenden wird kurz auf sie gewartet, dann werden sie abgebrochen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::app::KeychainStore</name>
    <message>
        <source>The keychain has no key “%1”.</source>
        <translation>Der Schlüsselbund hat keinen Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>The keychain is locked or refuses. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt oder verweigert den Zugriff. Bitte entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain gave no answer in time. It may wait for its password: unlock it and try again.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet. Vielleicht wartet er auf sein Passwort: bitte entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>No keychain can be used here. Install GNOME Keyring or KWallet, or use an environment variable.</source>
        <translation>Hier lässt sich kein Schlüsselbund verwenden. GNOME Keyring oder KWallet installieren oder eine Umgebungsvariable verwenden.</translation>
    </message>
    <message>
        <source>A key&apos;s name has 1 to 128 letters, digits, dots, hyphens and slashes.</source>
        <translation>Der Name eines Schlüssels hat 1 bis 128 Buchstaben, Ziffern, Punkte, Bindestriche und Schrägstriche.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountActions</name>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n ID(s)</source>
        <translation>
            <numerusform>%n ID kopieren</numerusform>
            <numerusform>%n IDs kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Raise budget by half, to %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>Budget um die Hälfte erhöhen, auf %1</translation>
    </message>
    <message>
        <source>Raise budget…</source>
        <translation>Budget erhöhen…</translation>
    </message>
    <message>
        <source>Reset spend…</source>
        <translation>Ausgaben zurücksetzen…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <source>Members…</source>
        <translation>Mitglieder…</translation>
    </message>
    <message>
        <source>The key this window uses may not do that.</source>
        <translation>Der Schlüssel, den dieses Fenster verwendet, darf das nicht.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>the foot of the window: %1 is the name of a key, team or user that was changed</extracomment>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unblocked</source>
        <translation>
            <numerusform>%n entsperrt</numerusform>
            <numerusform>%n entsperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is blocked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 is no longer blocked</source>
        <translation>%1 ist nicht mehr gesperrt</translation>
    </message>
    <message>
        <source>What it has spent in this period, %1, counts as nothing from now on. Reports keep it.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>Die Ausgaben in diesem Zeitraum, %1, zählen ab jetzt nicht mehr. In Berichten bleiben sie erhalten.</translation>
    </message>
    <message>
        <source>Reset the spend of %1?</source>
        <translation>Ausgaben von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n selected?</source>
        <translation>
            <numerusform>%n ausgewählten Eintrag löschen?</numerusform>
            <numerusform>%n ausgewählte Einträge löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountDetail</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountForm</name>
    <message>
        <source>%1: %2</source>
        <extracomment>title of a dialog: %1 is what is edited, %2 its name</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>The key this window uses may not do that.</source>
        <translation>Der Schlüssel, den dieses Fenster verwendet, darf das nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AddFallbackDialog</name>
    <message>
        <source>Add fallback</source>
        <translation>Fallback hinzufügen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>Jedes andere Modell</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>Wenn dies scheitert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Without a list of its own, a failure of the other two kinds goes by “Any failure”.</source>
        <translation>Ohne eigene Liste richtet sich ein Fehler der beiden anderen Arten nach „Jeder Fehler“.</translation>
    </message>
    <message>
        <source>This is tried</source>
        <translation>Wird dies versucht</translation>
    </message>
    <message>
        <source>Behind those that are there already; the order can be changed afterwards.</source>
        <translation>Hinter denen, die schon da sind; die Reihenfolge lässt sich später ändern.</translation>
    </message>
    <message>
        <source>A model cannot stand behind itself.</source>
        <translation>Ein Modell kann nicht hinter sich selbst stehen.</translation>
    </message>
    <message>
        <source>%1 stands in this list already.</source>
        <translation>%1 steht schon in dieser Liste.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AddProviderDialog</name>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>Bitte einen Anbieter wählen.</translation>
    </message>
    <message>
        <source>This provider needs its base address.</source>
        <translation>Dieser Anbieter braucht seine Basisadresse.</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>Schlüssel wird aufbewahrt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AliasCard</name>
    <message>
        <source>Other names of models</source>
        <translation>Andere Namen von Modellen</translation>
    </message>
    <message>
        <source>Add another name</source>
        <translation>Anderen Namen hinzufügen</translation>
    </message>
    <message>
        <source>A caller may ask for a model by any of these names too.</source>
        <translation>Aufrufer können ein Modell auch unter jedem dieser Namen verlangen.</translation>
    </message>
    <message>
        <source>No model has another name yet.</source>
        <translation>Noch hat kein Modell einen anderen Namen.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Other names stand in the configuration file, which cannot be changed from here.</source>
        <translation>Andere Namen stehen in der Konfigurationsdatei, die sich von hier aus nicht ändern lässt.</translation>
    </message>
    <message>
        <source>Change another name</source>
        <translation>Anderen Namen ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Leave it out of the list of models</source>
        <translation>Nicht in der Liste der Modelle aufführen</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>Both names are needed.</source>
        <translation>Beide Namen sind nötig.</translation>
    </message>
    <message>
        <source>%1 stands for %2</source>
        <translation>%1 steht für %2</translation>
    </message>
    <message>
        <source>Remove the name %1</source>
        <translation>Name %1 entfernen</translation>
    </message>
    <message>
        <source>%1 stands in the file in a way that has to be changed by hand.</source>
        <translation>%1 steht in der Datei in einer Form, die von Hand geändert werden muss.</translation>
    </message>
    <message>
        <source>%1 is another name already.</source>
        <translation>%1 ist bereits ein anderer Name.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AliasDialog</name>
    <message>
        <source>Of several models one is drawn for each request, by their weights.</source>
        <translation>Von mehreren Modellen wird für jede Anfrage eines nach Gewicht ausgelost.</translation>
    </message>
    <message>
        <source>Add another model</source>
        <translation>Weiteres Modell hinzufügen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Only a name for a single model can be left out of the list.</source>
        <translation>Nur ein Name für ein einzelnes Modell kann in der Liste fehlen.</translation>
    </message>
    <message>
        <source>A weight is a number, 0 or more.</source>
        <translation>Ein Gewicht ist eine Zahl, 0 oder größer.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Announcement</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AnswerPane</name>
    <message>
        <source>%1, first token after %2</source>
        <extracomment>durations: %1 in all, %2 until the answer began</extracomment>
        <translation>%1, erstes Token nach %2</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the question, %2 in the answer</extracomment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Calls the tool %1</source>
        <translation>Ruft das Werkzeug %1 auf</translation>
    </message>
    <message>
        <source>The answer holds no text.</source>
        <translation>Die Antwort enthält keinen Text.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AuditDetail</name>
    <message>
        <source>Selected change</source>
        <translation>Gewählte Änderung</translation>
    </message>
    <message>
        <source>Values before and after</source>
        <translation>Werte vorher und nachher</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No value is another than before.</source>
        <translation>Kein Wert ist anders als vorher.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AuditPage</name>
    <message>
        <source>Changes of</source>
        <translation>Änderungen von</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Whatever was done</source>
        <translation>Jede Art</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BudgetBox</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Share of the budget that is spent</source>
        <translation>Verbrauchter Anteil des Budgets</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>sums of money: %1 was spent of %2
----------
numbers: %1 are used of the %2 that may be</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>begins anew %1</source>
        <translation>beginnt neu: %1</translation>
    </message>
    <message>
        <source>warns from %1</source>
        <translation>warnt ab %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BudgetCard</name>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>All…</source>
        <extracomment>all keys and budgets</extracomment>
        <translation>Alle…</translation>
    </message>
    <message>
        <source>All keys and budgets</source>
        <translation>Alle Schlüssel und Budgets</translation>
    </message>
    <message>
        <source>No key, team or provider has a budget. Set one on the Keys page.</source>
        <translation>Kein Schlüssel, Team oder Anbieter hat ein Budget. Auf der Seite der Schlüssel lässt sich eines festlegen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CacheTab</name>
    <message>
        <source>Prompt cache</source>
        <translation>Prompt-Cache</translation>
    </message>
    <message>
        <source>Nothing is known of the provider&apos;s prompt cache for this call.</source>
        <translation>Über den Prompt-Cache des Anbieters ist bei diesem Aufruf nichts bekannt.</translation>
    </message>
    <message>
        <source>%1 tokens read, %2 written, %3 missed</source>
        <extracomment>numbers of tokens</extracomment>
        <translation>%1 Token gelesen, %2 geschrieben, %3 verfehlt</translation>
    </message>
    <message>
        <source>Compared with the call %1, %2 earlier</source>
        <extracomment>%1 is the name of a call, %2 a duration</extracomment>
        <translation>Verglichen mit dem Aufruf %1, %2 früher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Was helfen würde</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CallbackCard</name>
    <message>
        <source>Callbacks and alerts</source>
        <translation>Callbacks und Alarme</translation>
    </message>
    <message>
        <source>Nobody is told of requests. Name callbacks and channels of alerts below.</source>
        <translation>Niemand erfährt von Anfragen. Callbacks und Kanäle für Alarme lassen sich unten angeben.</translation>
    </message>
    <message>
        <source>Edit in the file…</source>
        <translation>In der Datei bearbeiten…</translation>
    </message>
    <message>
        <source>Addresses and keys of single callbacks: callback_settings</source>
        <translation>Adressen und Schlüssel einzelner Callbacks: callback_settings</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CallbackRow</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Told of %1</source>
        <translation>Erfährt von %1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Sends a made-up report and says what came back</source>
        <translation>Sendet eine erfundene Meldung und zeigt, was zurückkam</translation>
    </message>
    <message>
        <source>Waiting for its answer…</source>
        <translation>Antwort wird abgewartet…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChangeDialog</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>a problem in a file: %1 is the line number, %2 what is wrong</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Change the configuration</source>
        <translation>Konfiguration ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>Änderungen werden ermittelt…</translation>
    </message>
    <message>
        <source>The file says so already: there is nothing to save.</source>
        <translation>So steht es schon in der Datei: Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>Saving, and putting it into use…</source>
        <translation>Wird gespeichert und in Betrieb genommen…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on: %1</source>
        <extracomment>%1 is a list of settings</extracomment>
        <translation>Gilt ab dem nächsten Start des Gateways: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChatStream</name>
    <message>
        <source>The gateway gave an unexpected answer (HTTP %1).</source>
        <extracomment>%1 is an HTTP status code such as 404</extracomment>
        <translation>Das Gateway gab eine unerwartete Antwort (HTTP %1).</translation>
    </message>
    <message>
        <source>The connection to the gateway broke off.</source>
        <translation>Die Verbindung zum Gateway ist abgebrochen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Client</name>
    <message>
        <source>The gateway refused the administrator&apos;s key.</source>
        <translation>Das Gateway hat den Schlüssel des Administrators abgelehnt.</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>Das Gateway hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet nichts.</translation>
    </message>
    <message>
        <source>The gateway gave an unexpected answer (HTTP %1).</source>
        <extracomment>%1 is an HTTP status code such as 404</extracomment>
        <translation>Das Gateway gab eine unerwartete Antwort (HTTP %1).</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientKey</name>
    <message>
        <source>Make a key for this client</source>
        <translation>Schlüssel für diesen Client ausstellen</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Key of this gateway</source>
        <translation>Schlüssel dieses Gateways</translation>
    </message>
    <message>
        <source>A virtual key with the client&apos;s name; its budget and limits can be set under Keys &amp; budgets.</source>
        <translation>Ein virtueller Schlüssel mit dem Namen des Clients; sein Budget und seine Limits lassen sich unter „Schlüssel &amp; Budgets“ setzen.</translation>
    </message>
    <message>
        <source>Paste a key, or make one</source>
        <translation>Einen Schlüssel einfügen oder ausstellen</translation>
    </message>
    <message>
        <source>This gateway asks for no key</source>
        <translation>Dieses Gateway verlangt keinen Schlüssel</translation>
    </message>
    <message>
        <source>“%1” was made. It is kept here only until you go to another gateway or quit: the gateway has but a fingerprint of it.</source>
        <translation>„%1“ wurde ausgestellt. Er bleibt hier nur bis zum Wechsel des Gateways oder zum Beenden: Das Gateway hat bloß einen Fingerabdruck davon.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientTexts</name>
    <message>
        <source>What to copy</source>
        <translation>Was kopiert wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>Text zum Kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ClientView</name>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Sends one short request with this key. With a real provider this costs a few tokens.</source>
        <translation>Sendet eine kurze Anfrage mit diesem Schlüssel. Bei einem echten Anbieter kostet das ein paar Tokens.</translation>
    </message>
    <message>
        <source>The client&apos;s own choice</source>
        <translation>Wie der Client selbst wählt</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Its file names %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Seine Datei nennt %1.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Drifted</source>
        <extracomment>a state: the settings of a client are not what they were when it was connected</extracomment>
        <translation>Abgewichen</translation>
    </message>
    <message>
        <source>Its file names %1, and not this gateway (%2).</source>
        <extracomment>%1 and %2 are addresses</extracomment>
        <translation>Seine Datei nennt %1 und nicht dieses Gateway (%2).</translation>
    </message>
    <message>
        <source>Its file was changed since: a part of what connects it is missing.</source>
        <translation>Seine Datei wurde seither geändert: Ein Teil dessen, was ihn verbindet, fehlt.</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Nur von Hand</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Connect again…</source>
        <translation>Neu verbinden…</translation>
    </message>
    <message>
        <source>Make a key for this client first, or paste one.</source>
        <translation>Zuerst einen Schlüssel für diesen Client ausstellen oder einfügen.</translation>
    </message>
    <message>
        <source>The key in its file is not one of this gateway. Make one, or paste one.</source>
        <translation>Der Schlüssel in seiner Datei ist keiner dieses Gateways. Einen ausstellen oder einfügen.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <extracomment>%1 is a program, such as Claude Code</extracomment>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <extracomment>%1 is a program, such as Claude Code</extracomment>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Connected. Start %1 anew, and test it with one short request.</source>
        <translation>Verbunden. %1 neu starten und mit einer kurzen Anfrage testen.</translation>
    </message>
    <message>
        <source>Disconnected: its settings are as they were before.</source>
        <translation>Getrennt: Seine Einstellungen sind wieder wie zuvor.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Answered in %1: %2</source>
        <translation>Antwort nach %1: %2</translation>
    </message>
    <message>
        <source>The gateway refused this key.</source>
        <translation>Das Gateway hat diesen Schlüssel abgelehnt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CodeCompleter</name>
    <message>
        <source>What may stand here</source>
        <translation>Was hier stehen darf</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ColumnRow</name>
    <message>
        <source>Column %1</source>
        <extracomment>for screen readers; %1 is a number from 1</extracomment>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConfigEditor</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Show the file as it is; undo brings your text back</source>
        <translation>Die Datei zeigen, wie sie ist; Rückgängig bringt den eigenen Text zurück</translation>
    </message>
    <message>
        <source>From the file as it is now to your text: − stands only in the file, + only in your text.</source>
        <translation>Von der Datei, wie sie jetzt ist, zum eigenen Text: − steht nur in der Datei, + nur im eigenen Text.</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to change its configuration.</source>
        <translation>Das Gateway ist angehalten. Zum Ändern seiner Konfiguration muss es gestartet werden.</translation>
    </message>
    <message>
        <source>The configuration file cannot be shown. %1</source>
        <translation>Die Konfigurationsdatei kann nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>Reading the configuration file…</source>
        <translation>Konfigurationsdatei wird gelesen…</translation>
    </message>
    <message>
        <source>This file can only be read here. %1</source>
        <translation>Diese Datei kann hier nur gelesen werden. %1</translation>
    </message>
    <message>
        <source>This is the demo&apos;s configuration. Saving makes a file of it, which the gateway uses from then on.</source>
        <translation>Das ist die Konfiguration der Demo. Beim Speichern wird daraus eine Datei, die das Gateway von da an verwendet.</translation>
    </message>
    <message>
        <source>The file has errors. The last good configuration stays in use.</source>
        <translation>Die Datei hat Fehler. Die letzte gute Konfiguration bleibt in Verwendung.</translation>
    </message>
    <message>
        <source>Your text could not be checked. %1</source>
        <translation>Der Text konnte nicht geprüft werden. %1</translation>
    </message>
    <message>
        <source>Edit the configuration file</source>
        <translation>Konfigurationsdatei bearbeiten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectDialog</name>
    <message>
        <source>Connect to a gateway</source>
        <translation>Mit einem Gateway verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The base URL that clients use, with or without /v1.</source>
        <translation>Die Basis-URL, die Clients verwenden, mit oder ohne /v1.</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Its master key, or the key of a proxy admin. It is kept in this computer&apos;s keychain.</source>
        <translation>Sein Hauptschlüssel oder der Schlüssel eines Proxy-Admins. Er wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>This is no address. It looks like https://gateway.example:4000</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie https://gateway.example:4000</translation>
    </message>
    <message>
        <source>Without https the key crosses the network in clear. Press Connect again if that network is yours.</source>
        <translation>Ohne https geht der Schlüssel im Klartext durch das Netz. Ist dieses Netz Ihr eigenes, noch einmal „Verbinden“ drücken.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectPage</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>Text zum Kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectionNotice</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Live requests cannot be shown. %1</source>
        <extracomment>%1 is a sentence that says why; shown above the list of requests</extracomment>
        <translation>Die Anfragen können nicht live gezeigt werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>Nächster Versuch in %n s.</numerusform>
            <numerusform>Nächster Versuch in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Connections</name>
    <message>
        <source>The key is forgotten when Gatehouse quits. %1</source>
        <translation>Der Schlüssel wird vergessen, wenn Gatehouse beendet wird. %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConversationTab</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>What was said is hidden by the configuration; only its shape is left.</source>
        <translation>Was gesagt wurde, verbirgt die Konfiguration; nur die Form ist geblieben.</translation>
    </message>
    <message>
        <source>Nothing was said here in a form that is known. The wires have it as it passed.</source>
        <translation>Hier wurde nichts in einer bekannten Form gesagt. Die Rohdaten zeigen es so, wie es übertragen wurde.</translation>
    </message>
    <message>
        <source>The rest is too long to be shown. The wires have it, and the export has all of it.</source>
        <translation>Der Rest ist zu lang, um gezeigt zu werden. Er steht in den Rohdaten, und der Export enthält alles.</translation>
    </message>
    <message>
        <source>%1 (answer)</source>
        <extracomment>beside a role, of the message that came back</extracomment>
        <translation>%1 (Antwort)</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasoning, %n character(s)</source>
        <translation>
            <numerusform>Nachdenken zeigen, %n Zeichen</numerusform>
            <numerusform>Nachdenken zeigen, %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Calls the tool %1</source>
        <extracomment>%1 is the name of a tool</extracomment>
        <translation>Ruft das Werkzeug %1 auf</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <extracomment>%1 is the name of a call</extracomment>
        <translation>Ergebnis von %1</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n character(s)</source>
        <translation>
            <numerusform>%n Zeichen zeigen</numerusform>
            <numerusform>Alle %n Zeichen zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CostTab</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>Die Kosten sind bekannt, wenn die Antwort vollständig ist.</translation>
    </message>
    <message>
        <source>Nothing was charged, or no price is known for this model.</source>
        <translation>Nichts wurde berechnet, oder für dieses Modell ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>%1 per million</source>
        <extracomment>a price; %1 is a sum of money, for a million tokens</extracomment>
        <translation>%1 je Million</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CursorHint</name>
    <message>
        <source>default %1</source>
        <extracomment>the value that counts where none is given</extracomment>
        <translation>Standard %1</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>erfordert einen Neustart</translation>
    </message>
    <message>
        <source>not active yet</source>
        <translation>noch nicht wirksam</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <extracomment>where the cursor is in a text</extracomment>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Curves</name>
    <message>
        <source>Median</source>
        <extracomment>a percentile: half of the answers took no longer</extracomment>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 %</source>
        <extracomment>a percentile: 95 of 100 answers took no longer</extracomment>
        <translation>95 %</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation>Latenz im Zeitverlauf</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>No requests in %1.</source>
        <extracomment>instead of a chart; %1 is &quot;the last hour&quot; or another time</extracomment>
        <translation>Keine Anfragen in %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Dashboard</name>
    <message>
        <source>Range of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Simulate outage…</source>
        <translation>Ausfall simulieren…</translation>
    </message>
    <message>
        <source>End outage</source>
        <translation>Ausfall beenden</translation>
    </message>
    <message>
        <source>End rest now</source>
        <extracomment>lets a resting deployment take requests again at once</extracomment>
        <translation>Ruhe jetzt beenden</translation>
    </message>
    <message>
        <source>No deployments yet. Add a model on the page Models.</source>
        <translation>Noch keine Deployments. Auf der Seite „Modelle“ lässt sich ein Modell hinzufügen.</translation>
    </message>
    <message>
        <source>The outage has ended.</source>
        <translation>Der Ausfall ist beendet.</translation>
    </message>
    <message>
        <source>It takes requests again.</source>
        <translation>Es nimmt wieder Anfragen an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DetailPane</name>
    <message>
        <source>Selected request</source>
        <translation>Ausgewählte Anfrage</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>Aufruf-ID kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>[ and ] go from one to the next</source>
        <translation>[ und ] gehen von einer zur nächsten</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End this request now (Delete)</source>
        <translation>Diese Anfrage jetzt beenden (Entf)</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>The caller&apos;s request as a line for a shell, without the key (Y)</source>
        <translation>Die Anfrage des Aufrufers als Zeile für eine Shell, ohne den Schlüssel (Y)</translation>
    </message>
    <message>
        <source>Keep requests on disk…</source>
        <translation>Anfragen auf der Platte aufbewahren…</translation>
    </message>
    <message>
        <source>The gateway remembers this request no more. What passed on its wires stays in memory for a while; on disk it stays longer.</source>
        <translation>Das Gateway erinnert sich nicht mehr an diese Anfrage. Was übertragen wurde, bleibt eine Weile im Arbeitsspeicher; auf der Platte bleibt es länger.</translation>
    </message>
    <message>
        <source>The gateway remembers this request no more: it was started again since then.</source>
        <translation>Das Gateway erinnert sich nicht mehr an diese Anfrage: Es wurde seitdem neu gestartet.</translation>
    </message>
    <message>
        <source>What passed on the wires of this request was not kept.</source>
        <translation>Die Rohdaten dieser Anfrage wurden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep captured requests on disk</source>
        <translation>Aufgezeichnete Anfragen auf der Platte aufbewahren</translation>
    </message>
    <message>
        <source>From now on, what passes is kept on disk.</source>
        <translation>Was übertragen wird, wird ab jetzt auf der Platte aufbewahrt.</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden…</translation>
    </message>
    <message>
        <source>To the same model or another, with both answers side by side (R)</source>
        <translation>An dasselbe Modell oder ein anderes, mit beiden Antworten nebeneinander (R)</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Open the question in the Playground, to ask several models (P)</source>
        <translation>Die Frage im Playground öffnen, um mehrere Modelle zu fragen (P)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiffDialog</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiffView</name>
    <message>
        <source>What changes in the file</source>
        <translation>Was sich in der Datei ändert</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiscoverDialog</name>
    <message>
        <source>Add models of %1</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>Modelle von %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Price in / out</source>
        <translation>Preis ein / aus</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>%1 wird nach seinen Modellen gefragt…</translation>
    </message>
    <message>
        <source>This is the built-in catalogue; the provider itself was not asked.</source>
        <translation>Das ist der eingebaute Katalog; der Anbieter selbst wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>This is the built-in catalogue.</source>
        <translation>Das ist der eingebaute Katalog.</translation>
    </message>
    <message>
        <source>Added already</source>
        <translation>Schon hinzugefügt</translation>
    </message>
    <message>
        <source>No models.</source>
        <translation>Keine Modelle.</translation>
    </message>
    <message>
        <source>Tick the models that callers may ask for.</source>
        <translation>Die Modelle ankreuzen, die Aufrufer verlangen dürfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) ticked</source>
        <translation>
            <numerusform>%n Modell angekreuzt</numerusform>
            <numerusform>%n Modelle angekreuzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s) of %1</source>
        <translation>
            <numerusform>%n Modell von %1 hinzufügen</numerusform>
            <numerusform>%n Modelle von %1 hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiskBar</name>
    <message>
        <source>The file was changed elsewhere while you were editing it here. Nothing is lost yet.</source>
        <translation>Die Datei wurde anderswo geändert, während sie hier bearbeitet wurde. Noch ist nichts verloren.</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>What saving your text would change in the file as it is now</source>
        <translation>Was das Speichern des eigenen Textes an der Datei, wie sie jetzt ist, ändern würde</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Put both changes together: they are in different places</source>
        <translation>Beide Änderungen zusammenführen: Sie betreffen verschiedene Stellen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>Show the file as it is now; undo brings your text back</source>
        <translation>Die Datei zeigen, wie sie jetzt ist; Rückgängig bringt den eigenen Text zurück</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Go on with your text; saving it replaces theirs, which stays among the versions</source>
        <translation>Mit dem eigenen Text weitermachen; beim Speichern ersetzt er den fremden, der unter den Versionen bleibt</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DryRunPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>If it fails by</source>
        <translation>Grund, falls es scheitert</translation>
    </message>
    <message>
        <source>Prompt size</source>
        <translation>Größe des Prompts</translation>
    </message>
    <message>
        <source>Tokens, if it matters</source>
        <translation>Token, falls es darauf ankommt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Show the way</source>
        <translation>Weg zeigen</translation>
    </message>
    <message>
        <source>The administrator’s</source>
        <translation>Der des Administrators</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ErrorCard</name>
    <message>
        <source>Recent errors</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>None among the last requests.</source>
        <translation>Keine unter den letzten Anfragen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FactCard</name>
    <message>
        <source>In use now</source>
        <translation>Jetzt in Verwendung</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FallbackList</name>
    <message>
        <source>There is no such model: it is passed over</source>
        <translation>Dieses Modell gibt es nicht: Es wird übergangen</translation>
    </message>
    <message>
        <source>Not in use: an earlier entry, or another source, counts</source>
        <translation>Nicht in Verwendung: Ein früherer Eintrag oder eine andere Quelle gilt</translation>
    </message>
    <message>
        <source>Stands in an included file or in the database: change it there</source>
        <translation>Steht in einer eingebundenen Datei oder in der Datenbank: dort ändern</translation>
    </message>
    <message>
        <source>Leads back in a circle: nobody is tried twice</source>
        <translation>Führt im Kreis zurück: Keines wird zweimal versucht</translation>
    </message>
    <message>
        <source>Changes the request: %1</source>
        <translation>Ändert die Anfrage: %1</translation>
    </message>
    <message>
        <source>Every other model</source>
        <translation>Jedes andere Modell</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <source>Try earlier</source>
        <translation>Früher versuchen</translation>
    </message>
    <message>
        <source>Try later</source>
        <translation>Später versuchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No fallbacks yet. Add one, and requests go on when a model fails.</source>
        <translation>Noch keine Fallbacks. Ist einer hinzugefügt, gehen Anfragen weiter, wenn ein Modell scheitert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FallbacksView</name>
    <message>
        <source>every other model</source>
        <translation>jedes andere Modell</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Add fallback…</source>
        <translation>Fallback hinzufügen…</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Where would a request go?</source>
        <translation>Wohin würde eine Anfrage gehen?</translation>
    </message>
    <message>
        <source>Asks where a request would go, and why, without sending it</source>
        <translation>Fragt, wohin eine Anfrage gehen würde und warum, ohne sie zu senden</translation>
    </message>
    <message>
        <source>Close dry run</source>
        <translation>Probelauf schließen</translation>
    </message>
    <message>
        <source>No models yet. Add two on the page Models, and one can stand behind the other here.</source>
        <translation>Noch keine Modelle. Sind auf der Seite „Modelle“ zwei hinzugefügt, kann hier eines hinter dem anderen stehen.</translation>
    </message>
    <message>
        <source>When %1 fails, try %2</source>
        <translation>Wenn %1 scheitert, %2 versuchen</translation>
    </message>
    <message>
        <source>When %1 fails, do not try %2</source>
        <translation>Wenn %1 scheitert, %2 nicht versuchen</translation>
    </message>
    <message>
        <source>When %1 fails, try %2 earlier</source>
        <translation>Wenn %1 scheitert, %2 früher versuchen</translation>
    </message>
    <message>
        <source>When %1 fails, try %2 later</source>
        <translation>Wenn %1 scheitert, %2 später versuchen</translation>
    </message>
    <message>
        <source>This stands in the file in a way that has to be changed by hand.</source>
        <translation>Das steht so in der Datei, dass es von Hand geändert werden muss.</translation>
    </message>
    <message>
        <source>Dry run with %1</source>
        <translation>Probelauf mit %1</translation>
    </message>
    <message>
        <source>Show deployments</source>
        <translation>Deployments zeigen</translation>
    </message>
    <message>
        <source>Try earlier</source>
        <translation>Früher versuchen</translation>
    </message>
    <message>
        <source>Try later</source>
        <translation>Später versuchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FigureGrid</name>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>tokens a second</extracomment>
        <translation>%1 Tok./s</translation>
    </message>
    <message>
        <source>↑ in the question, ↓ in the answer</source>
        <translation>↑ in der Frage, ↓ in der Antwort</translation>
    </message>
    <message>
        <source>%1 · best</source>
        <extracomment>%1 is a figure such as &quot;First token&quot;: no other model did better</extracomment>
        <translation>%1 · am besten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FileChangeDialog</name>
    <message>
        <source>Change a settings file</source>
        <translation>Eine Einstellungsdatei ändern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>There was no such file before: it is removed.</source>
        <translation>Diese Datei gab es vorher nicht: Sie wird entfernt.</translation>
    </message>
    <message>
        <source>The file says so already: there is nothing to change.</source>
        <translation>Die Datei sagt es schon so: Es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>There is no such file yet: it is made, and only you may read it.</source>
        <translation>Diese Datei gibt es noch nicht: Sie wird angelegt, und niemand sonst darf sie lesen.</translation>
    </message>
    <message>
        <source>The file as it is now is kept beside it, as %1.</source>
        <translation>Die jetzige Datei bleibt daneben erhalten, als %1.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FilterBar</name>
    <message>
        <source>Filter: gpt-4o  provider:openai  status&gt;=400</source>
        <extracomment>the words with a colon or a sign are typed as they stand and stay English</extracomment>
        <translation>Filter: gpt-4o  provider:openai  status&gt;=400</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Words must all match; a minus in front means the opposite. Fields: model: provider: key: team: state: path: error: id: status:5xx is:stream is:inflight first&gt;500 duration&gt;2s cost&gt;0.01 in&gt; out&gt; attempts&gt;1</source>
        <translation>Alle Wörter müssen passen; ein Minus davor bedeutet das Gegenteil. Felder: model: provider: key: team: state: path: error: id: status:5xx is:stream is:inflight first&gt;500 duration&gt;2s cost&gt;0.01 in&gt; out&gt; attempts&gt;1</translation>
    </message>
    <message>
        <source>Filters ▾</source>
        <extracomment>a button that opens a list of filters kept for later</extracomment>
        <translation>Filter ▾</translation>
    </message>
    <message>
        <source>Filters kept for later</source>
        <translation>Für später aufbewahrte Filter</translation>
    </message>
    <message>
        <source>Let no more rows in, or let them in again (Space in the table)</source>
        <translation>Keine weiteren Zeilen einlassen oder sie wieder einlassen (Leertaste in der Tabelle)</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>a button: let no more rows into the table</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Follow</source>
        <extracomment>a button: let rows into the table again</extracomment>
        <translation>Folgen</translation>
    </message>
    <message numerus="yes">
        <source>Follow (%n new)</source>
        <extracomment>a button: let rows into the table again; %n have come in the meantime</extracomment>
        <translation>
            <numerusform>Folgen (%n neue)</numerusform>
            <numerusform>Folgen (%n neue)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <extracomment>%1 of %2 requests pass the filter</extracomment>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>%1 is a part of a filter</extracomment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>No filter was kept yet</source>
        <translation>Noch wurde kein Filter aufbewahrt</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>Diesen Filter aufbewahren</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>Diesen Filter vergessen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FindBar</name>
    <message>
        <source>Find, or :12 for a line</source>
        <translation>Suchen, oder :12 für eine Zeile</translation>
    </message>
    <message>
        <source>Find in the file</source>
        <translation>In der Datei suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <extracomment>of the places where a word was found</extracomment>
        <translation>Vorherige</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>of the places where a word was found</extracomment>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>places where a word was found: this one, and how many there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FirstRun</name>
    <message>
        <source>Welcome to Gatehouse</source>
        <translation>Willkommen bei Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse runs at %1. Choose which models it offers; nothing is added unless you tick it.</source>
        <extracomment>%1 is the base URL</extracomment>
        <translation>Gatehouse läuft unter %1. Hier lässt sich wählen, welche Modelle es anbietet; hinzugefügt wird nur, was angekreuzt ist.</translation>
    </message>
    <message>
        <source>Looking for keys in the environment and for servers on this computer…</source>
        <translation>Schlüssel in der Umgebung und Server auf diesem Computer werden gesucht…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>A configuration of LiteLLM or Gatehouse (YAML), or a .env file with keys</source>
        <translation>Eine Konfiguration von LiteLLM oder Gatehouse (YAML) oder eine .env-Datei mit Schlüsseln</translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation>Anbieter hinzufügen…</translation>
    </message>
    <message>
        <source>Try without a key</source>
        <translation>Ohne Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>The built-in model “demo” answers by itself.</source>
        <translation>Das eingebaute Modell „demo“ antwortet von selbst.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>%n hinzufügen</numerusform>
            <numerusform>%n hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste these lines into a program of yours, or send a test request from here.</source>
        <translation>Diese Zeilen in ein eigenes Programm einfügen oder von hier aus eine Testanfrage senden.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>No key was found in the environment, and no Ollama, LM Studio or vLLM on this computer. Import a file, add a provider, or try the built-in model first.</source>
        <translation>In der Umgebung wurde kein Schlüssel gefunden und auf diesem Computer kein Ollama, LM Studio oder vLLM. Eine Datei importieren, einen Anbieter hinzufügen oder zuerst das eingebaute Modell ausprobieren.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Configurations and keys (*.yaml *.yml .env *.env)</source>
        <translation>Konfigurationen und Schlüssel (*.yaml *.yml .env *.env)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration.</source>
        <translation>%1 ist zu groß für eine Konfiguration.</translation>
    </message>
    <message>
        <source>No provider&apos;s key is in that file.</source>
        <translation>In dieser Datei steht kein Schlüssel eines Anbieters.</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>There is no keychain here to put the keys of the file into.</source>
        <translation>Hier gibt es keinen Schlüsselbund, in den die Schlüssel der Datei gelegt werden könnten.</translation>
    </message>
    <message>
        <source>Putting the key of %1 into the keychain…</source>
        <translation>Der Schlüssel von %1 wird in den Schlüsselbund gelegt…</translation>
    </message>
    <message numerus="yes">
        <source>Add %n provider(s)</source>
        <translation>
            <numerusform>%n Anbieter hinzufügen</numerusform>
            <numerusform>%n Anbieter hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation>Wartet auf die erste Anfrage…</translation>
    </message>
    <message>
        <source>%1 answered in %2. It works.</source>
        <extracomment>%1 is a model, %2 a duration</extracomment>
        <translation>%1 hat nach %2 geantwortet. Es funktioniert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Footer</name>
    <message>
        <source>Updated %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GeneralSection</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>At login</source>
        <translation>Bei der Anmeldung</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>Erste Schritte…</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The language changes when Gatehouse is started the next time.</source>
        <translation>Die Sprache wechselt, wenn Gatehouse das nächste Mal gestartet wird.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Start Gatehouse in the tray</source>
        <translation>Gatehouse im Infobereich starten</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Start und Ende</translation>
    </message>
    <message>
        <source>Providers and clients</source>
        <translation>Anbieter und Clients</translation>
    </message>
    <message>
        <source>Looks for keys and servers on this computer, and shows how a client is connected.</source>
        <translation>Sucht auf diesem Computer nach Schlüsseln und Servern und zeigt, wie ein Client verbunden wird.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GraphView</name>
    <message>
        <source>Fallbacks as a graph</source>
        <translation>Fallbacks als Graph</translation>
    </message>
    <message>
        <source>The list shows the same as a table</source>
        <translation>Die Liste zeigt dasselbe als Tabelle</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailHint</name>
    <message>
        <source>No guardrail yet</source>
        <translation>Noch kein Guardrail</translation>
    </message>
    <message>
        <source>A guardrail looks at what goes to a model and at what comes back: it masks a part of it or blocks the call. This one masks e-mail addresses and blocks US social security numbers, in every call, and asks no service. docs/guardrails.md tells of all kinds.</source>
        <extracomment>do not translate docs/guardrails.md</extracomment>
        <translation>Ein Guardrail sieht an, was zu einem Modell geht und was zurückkommt: Es maskiert einen Teil davon oder blockiert den Aufruf. Dieses maskiert E-Mail-Adressen und blockiert US-Sozialversicherungsnummern, bei jedem Aufruf, und fragt keinen Dienst. docs/guardrails.md beschreibt alle Arten.</translation>
    </message>
    <message>
        <source>Example of a guardrail</source>
        <translation>Beispiel für ein Guardrail</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>Konfigurationsdatei öffnen</translation>
    </message>
    <message>
        <source>Copy example</source>
        <translation>Beispiel kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailTrial</name>
    <message>
        <source>Test on a text</source>
        <extracomment>%1 is the name of a guardrail</extracomment>
        <translation>An einem Text testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Text to test</source>
        <translation>Text zum Testen</translation>
    </message>
    <message>
        <source>What somebody might ask, or a model might answer</source>
        <translation>Was jemand fragen oder ein Modell antworten könnte</translation>
    </message>
    <message>
        <source>What the guardrail made of it</source>
        <translation>Was das Guardrail daraus gemacht hat</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Asks the guardrail alone; no model is asked.</source>
        <translation>Strg+Eingabe. Fragt nur das Guardrail; kein Modell wird gefragt.</translation>
    </message>
    <message>
        <source>Test %1 on a text</source>
        <translation>%1 an einem Text testen</translation>
    </message>
    <message>
        <source>Write a text first.</source>
        <translation>Zuerst einen Text schreiben.</translation>
    </message>
    <message>
        <source>Asking the guardrail…</source>
        <translation>Das Guardrail wird gefragt …</translation>
    </message>
    <message>
        <source>Passes unchanged</source>
        <translation>Geht unverändert durch</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Maskiert</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Could not judge</source>
        <translation>Konnte nicht urteilen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::GuardrailsPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>Sieht an</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Durchgelassen</translation>
    </message>
    <message>
        <source>Stepped in</source>
        <translation>Eingegriffen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Guardrails</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Settings of the guardrail</source>
        <translation>Einstellungen des Guardrails</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>every call</source>
        <extracomment>for which calls a guardrail runs</extracomment>
        <translation>jeden Aufruf</translation>
    </message>
    <message>
        <source>who asks for it</source>
        <translation>wer es verlangt</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its guardrails.</source>
        <translation>Das Gateway steht. Starten, um seine Guardrails zu sehen.</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HeaderBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>Copy the base URL (Ctrl+C)</source>
        <translation>Basis-URL kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>Konfigurationsdatei öffnen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Built-in demo configuration</source>
        <translation>Eingebaute Demo-Konfiguration</translation>
    </message>
    <message>
        <source>Which gateway this window is on</source>
        <translation>Mit welchem Gateway dieses Fenster verbunden ist</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Connect to another gateway…</source>
        <translation>Mit einem anderen Gateway verbinden…</translation>
    </message>
    <message>
        <source>Use another key…</source>
        <translation>Anderen Schlüssel verwenden…</translation>
    </message>
    <message>
        <source>Forget this gateway</source>
        <translation>Dieses Gateway vergessen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to a page, a setting, a model or a key by typing (Ctrl+K)</source>
        <translation>Durch Tippen zu einer Seite, einer Einstellung, einem Modell oder einem Schlüssel (Strg+K)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HealthCard</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>No models yet. Add one on the Models page.</source>
        <translation>Noch keine Modelle. Auf der Seite „Modelle“ lässt sich eines hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n weiteres…</numerusform>
            <numerusform>%n weitere…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HintCard</name>
    <message>
        <source>Example request</source>
        <translation>Beispielanfrage</translation>
    </message>
    <message>
        <source>Show the example for %1</source>
        <extracomment>for screen readers; %1 is a client such as curl</extracomment>
        <translation>Beispiel für %1 zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the example</source>
        <translation>Beispiel kopieren</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>Testanfrage senden</translation>
    </message>
    <message>
        <source>Asks the model above to say hello. With a real provider this costs a few tokens.</source>
        <translation>Bittet das Modell oben um einen Gruß. Bei einem echten Anbieter kostet das ein paar Token.</translation>
    </message>
    <message>
        <source>Replace YOUR_KEY by a key of this gateway, for example the master_key of its configuration.</source>
        <extracomment>do not translate YOUR_KEY and master_key</extracomment>
        <translation>Ersetzen Sie YOUR_KEY durch einen Schlüssel dieses Gateways, zum Beispiel den master_key seiner Konfiguration.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Answered in %1: %2</source>
        <translation>Antwort nach %1: %2</translation>
    </message>
    <message>
        <source>Connect a program…</source>
        <translation>Programm verbinden…</translation>
    </message>
    <message>
        <source>What to set in Claude Code, Codex, editors and libraries</source>
        <translation>Was in Claude Code, Codex, Editoren und Bibliotheken zu setzen ist</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Indicator</name>
    <message>
        <source>Open window</source>
        <translation>Fenster öffnen</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Quit Gatehouse</source>
        <translation>Gatehouse beenden</translation>
    </message>
    <message>
        <source>Gatehouse keeps running</source>
        <translation>Gatehouse läuft weiter</translation>
    </message>
    <message>
        <source>Open its window or quit it from the icon in the tray.</source>
        <translation>Über das Symbol im Infobereich lässt sich das Fenster öffnen oder das Programm beenden.</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Recent errors</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n laufend</numerusform>
            <numerusform>%n laufend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::IssuedKey</name>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Copy it now: it is shown only this once. The gateway keeps only a fingerprint of it.</source>
        <translation>Jetzt kopieren: Er wird nur dieses eine Mal gezeigt. Das Gateway bewahrt nur einen Fingerabdruck davon auf.</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::KeyField</name>
    <message>
        <source>Where the key comes from</source>
        <translation>Woher der Schlüssel kommt</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Name of the new key</source>
        <translation>Name des neuen Schlüssels</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Name der Variable</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Credential of the gateway: %1</source>
        <translation>Zugangsdaten des Gateways: %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Another environment variable…</source>
        <translation>Andere Umgebungsvariable…</translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation>Umgebungsvariable %1</translation>
    </message>
    <message>
        <source>Goes into the keychain of this computer.</source>
        <translation>Kommt in den Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Goes into the gateway&apos;s database, sealed.</source>
        <translation>Kommt verschlüsselt in die Datenbank des Gateways.</translation>
    </message>
    <message>
        <source>Paste the provider&apos;s key, or choose where it comes from.</source>
        <translation>Den Schlüssel des Anbieters einfügen oder wählen, woher er kommt.</translation>
    </message>
    <message>
        <source>Give the key a name.</source>
        <translation>Dem Schlüssel einen Namen geben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::KeysPage</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LocalServers</name>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looks for model servers on the gateway&apos;s machine</source>
        <translation>Sucht nach Modellservern auf dem Rechner des Gateways</translation>
    </message>
    <message>
        <source>Looking for Ollama, LM Studio, vLLM and others…</source>
        <translation>Ollama, LM Studio, vLLM und andere werden gesucht…</translation>
    </message>
    <message>
        <source>No model server answers on the usual ports.</source>
        <translation>Auf den üblichen Ports antwortet kein Modellserver.</translation>
    </message>
    <message>
        <source>It wants a key before it tells its models.</source>
        <translation>Er verlangt einen Schlüssel, bevor er seine Modelle nennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>in use already</source>
        <translation>schon in Verwendung</translation>
    </message>
    <message>
        <source>Add its models…</source>
        <translation>Modelle hinzufügen…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::MembersDialog</name>
    <message>
        <source>Members of %1</source>
        <translation>Mitglieder von %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>Noch keine Mitglieder.</translation>
    </message>
    <message>
        <source>User ID or e-mail</source>
        <translation>Benutzer-ID oder E-Mail</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Team administrator</source>
        <translation>Team-Administrator</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Neues Mitglied</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Make team administrator</source>
        <translation>Zum Team-Administrator machen</translation>
    </message>
    <message>
        <source>Make member</source>
        <translation>Zum Mitglied machen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Say who the new member is.</source>
        <translation>Bitte angeben, wer das neue Mitglied ist.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelActions</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Test with a real request</source>
        <translation>Mit einer echten Anfrage testen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Show its traffic</source>
        <translation>Verkehr zeigen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The deployment %1 is deleted from the database, with the key that is stored in it. This cannot be undone. Requests that are under way go on.</source>
        <translation>Das Deployment %1 wird aus der Datenbank gelöscht, samt dem Schlüssel, der darin gespeichert ist. Das kann nicht rückgängig gemacht werden. Laufende Anfragen laufen weiter.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben verschieben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten verschieben</translation>
    </message>
    <message>
        <source>Waiting for an answer of %1…</source>
        <translation>Wartet auf eine Antwort von %1…</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>%1 hat geantwortet.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelColumn</name>
    <message>
        <source>Ask again; Traffic shows how far the request came.</source>
        <translation>Fragen Sie noch einmal; der Verkehr zeigt, wie weit die Anfrage kam.</translation>
    </message>
    <message>
        <source>Choose a model from the list, or leave its parameters at their defaults.</source>
        <translation>Wählen Sie ein Modell aus der Liste, oder lassen Sie seine Parameter auf der Vorgabe.</translation>
    </message>
    <message>
        <source>The key that this window uses may not ask this model.</source>
        <translation>Der Schlüssel dieses Fensters darf dieses Modell nicht fragen.</translation>
    </message>
    <message>
        <source>Wait a moment and ask again, or raise the limit under Keys &amp; budgets.</source>
        <translation>Warten Sie einen Augenblick und fragen Sie noch einmal, oder erhöhen Sie die Grenze unter Schlüssel &amp; Budgets.</translation>
    </message>
    <message>
        <source>Traffic shows what each provider answered.</source>
        <translation>Der Verkehr zeigt, was jeder Anbieter antwortete.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>Noch wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More of this column</source>
        <translation>Mehr zu dieser Spalte</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Im Verkehr zeigen</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>The answer holds no text.</source>
        <translation>Die Antwort enthält keinen Text.</translation>
    </message>
    <message>
        <source>The answer ended at its limit of tokens.</source>
        <translation>Die Antwort endete an ihrer Token-Grenze.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Only this model</source>
        <translation>Nur dieses Modell</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denkt</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelDialog</name>
    <message>
        <source>%1 tokens of context</source>
        <translation>%1 Token Kontext</translation>
    </message>
    <message>
        <source>%1 for a million tokens in / out</source>
        <extracomment>%1 is two prices, as in $2.50 / $10.00</extracomment>
        <translation>%1 je Million Token ein / aus</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Public name</source>
        <translation>Öffentlicher Name</translation>
    </message>
    <message>
        <source>What callers ask for. Deployments with the same name share its requests.</source>
        <translation>Was Aufrufer verlangen. Deployments mit demselben Namen teilen sich dessen Anfragen.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Testaufruf</translation>
    </message>
    <message>
        <source>Sends one short request to the provider. It costs what such a request costs.</source>
        <translation>Sendet eine kurze Anfrage an den Anbieter. Sie kostet, was eine solche Anfrage kostet.</translation>
    </message>
    <message>
        <source>Prices, limits and other settings</source>
        <translation>Preise, Limits und andere Einstellungen</translation>
    </message>
    <message>
        <source>Asking the gateway for its providers…</source>
        <translation>Das Gateway wird nach seinen Anbietern gefragt…</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>Bitte einen Anbieter wählen.</translation>
    </message>
    <message>
        <source>Choose a model, or type its name.</source>
        <translation>Bitte ein Modell wählen oder seinen Namen eingeben.</translation>
    </message>
    <message>
        <source>This provider needs its base address.</source>
        <translation>Dieser Anbieter braucht seine Basisadresse.</translation>
    </message>
    <message>
        <source>Give it a public name.</source>
        <translation>Bitte einen öffentlichen Namen angeben.</translation>
    </message>
    <message>
        <source>The key is written in the file and is not told. Choose where it comes from to test it here.</source>
        <translation>Der Schlüssel steht in der Datei und wird nicht mitgeteilt. Um hier zu testen, bitte wählen, woher er kommt.</translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer…</source>
        <translation>Wartet auf die Antwort des Anbieters…</translation>
    </message>
    <message>
        <source>It answered in %1 and cost %2.</source>
        <translation>Die Antwort kam nach %1 und kostete %2.</translation>
    </message>
    <message>
        <source>It answered in %1. What it cost is not known.</source>
        <translation>Die Antwort kam nach %1. Was sie kostete, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>Schlüssel wird aufbewahrt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelOrder</name>
    <message>
        <source>The table is sorted. Click the head of that column until its arrow is gone to see the order of the file.</source>
        <translation>Die Tabelle ist sortiert. Den Kopf dieser Spalte anklicken, bis ihr Pfeil verschwunden ist, um die Reihenfolge der Datei zu sehen.</translation>
    </message>
    <message>
        <source>%1 is kept in the database, which has no order of its own.</source>
        <translation>%1 liegt in der Datenbank, die keine eigene Reihenfolge hat.</translation>
    </message>
    <message>
        <source>%1 stands in an included file, where its place has to be changed by hand.</source>
        <translation>%1 steht in einer eingebundenen Datei, in der sein Platz von Hand geändert werden muss.</translation>
    </message>
    <message>
        <source>There is no configuration file in use whose order could be changed.</source>
        <translation>Es ist keine Konfigurationsdatei in Gebrauch, deren Reihenfolge geändert werden könnte.</translation>
    </message>
    <message>
        <source>Move group up</source>
        <extracomment>all deployments of a model change places with those of its neighbour</extracomment>
        <translation>Gruppe nach oben</translation>
    </message>
    <message>
        <source>Move group down</source>
        <translation>Gruppe nach unten</translation>
    </message>
    <message numerus="yes">
        <source>Move %n deployment(s)</source>
        <translation>
            <numerusform>%n Deployment verschieben</numerusform>
            <numerusform>%n Deployments verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelPicker</name>
    <message>
        <source>Type to search, or any other name</source>
        <translation>Tippen, um zu suchen, oder ein beliebiger anderer Name</translation>
    </message>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>Der Anbieter wird nach seinen Modellen gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), as the provider says.</source>
        <translation>
            <numerusform>%n Modell, laut Anbieter.</numerusform>
            <numerusform>%n Modelle, laut Anbieter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the built-in catalogue.</source>
        <translation>
            <numerusform>%n Modell des eingebauten Katalogs.</numerusform>
            <numerusform>%n Modelle des eingebauten Katalogs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
    <message>
        <source>Filter by name, provider, key or state</source>
        <translation>Nach Name, Anbieter, Schlüssel oder Zustand filtern</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>Deployments filtern</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s), figures of 24 hours</source>
        <translation>
            <numerusform>%n Deployment, Zahlen aus 24 Stunden</numerusform>
            <numerusform>%n Deployments, Zahlen aus 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deployments</source>
        <translation>%1 von %2 Deployments</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its models.</source>
        <translation>Das Gateway ist angehalten. Nach dem Start sind seine Modelle zu sehen.</translation>
    </message>
    <message>
        <source>No model yet. Add one, and callers can ask for it at once.</source>
        <translation>Noch kein Modell. Sobald eines hinzugefügt ist, können Aufrufer es verlangen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OfferList</name>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
        <source>%1 · in use already</source>
        <translation>%1 · schon in Verwendung</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OutageBanner</name>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>%1 (%2 left)</source>
        <extracomment>%1 is a deployment, %2 the time that is left</extracomment>
        <translation>%1 (noch %2)</translation>
    </message>
    <message>
        <source>Simulated outage: requests to %1 fail on purpose.</source>
        <translation>Simulierter Ausfall: Anfragen an %1 schlagen absichtlich fehl.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OutageDialog</name>
    <message>
        <source>Simulate outage</source>
        <translation>Ausfall simulieren</translation>
    </message>
    <message>
        <source>Begin outage</source>
        <translation>Ausfall beginnen</translation>
    </message>
    <message>
        <source>Every request to %1 fails, as if its provider were down, and goes on to whatever stands behind it. Requests without a fallback fail for whoever sent them.</source>
        <translation>Jede Anfrage an %1 schlägt fehl, als wäre der Anbieter ausgefallen, und geht weiter an das, was dahinter steht. Anfragen ohne Fallback schlagen für ihre Absender fehl.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>For how long</source>
        <extracomment>minutes</extracomment>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Ausfall beginnt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Palette</name>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
    <message>
        <source>Go to a page, a setting, a model, a key…</source>
        <translation>Zu einer Seite, einer Einstellung, einem Modell, einem Schlüssel…</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ParameterFields</name>
    <message>
        <source>From the variable %1</source>
        <extracomment>an environment variable that is used when nothing else is given: %1 is its name</extracomment>
        <translation>Aus der Variable %1</translation>
    </message>
    <message>
        <source>%1 is a secret: say where it is kept, as os.environ/NAME or keychain/NAME.</source>
        <extracomment>%1 is the label of a field</extracomment>
        <translation>%1 ist ein Geheimnis: bitte angeben, wo es aufbewahrt wird, als os.environ/NAME oder keychain/NAME.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::PlaygroundPage</name>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What shall the models answer?</source>
        <translation>Was sollen die Modelle beantworten?</translation>
    </message>
    <message>
        <source>Ctrl+Enter; Esc stops</source>
        <translation>Strg+Eingabe; Esc hält an</translation>
    </message>
    <message>
        <source>Another model for the same question, up to four</source>
        <translation>Ein weiteres Modell für dieselbe Frage, bis zu vier</translation>
    </message>
    <message>
        <source>Write a question first.</source>
        <translation>Schreiben Sie zuerst eine Frage.</translation>
    </message>
    <message>
        <source>Copied. Put a key of this gateway into GATEHOUSE_KEY before you run it.</source>
        <translation>Kopiert. Setzen Sie vor dem Ausführen einen Schlüssel dieses Gateways in GATEHOUSE_KEY.</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Ask all</source>
        <translation>Alle fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) of the conversation go along.</source>
        <translation>
            <numerusform>%n frühere Nachricht des Gesprächs geht mit.</numerusform>
            <numerusform>%n frühere Nachrichten des Gesprächs gehen mit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), calls of tools or their results stay behind: only text goes along.</source>
        <translation>
            <numerusform>%n Datei, Werkzeugaufruf oder Ergebnis bleibt zurück: nur Text geht mit.</numerusform>
            <numerusform>%n Dateien, Werkzeugaufrufe oder Ergebnisse bleiben zurück: nur Text geht mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>This gateway offers no model yet.</source>
        <translation>Dieses Gateway bietet noch kein Modell an.</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>The gateway kept no question of this request that is text.</source>
        <translation>Das Gateway hat von dieser Anfrage keine Frage behalten, die Text ist.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemBanner</name>
    <message>
        <source>The gateway is not running</source>
        <translation>Das Gateway läuft nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Meldung kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiteres.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>a problem in a file: %1 is the line number, %2 what is wrong</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProviderCard</name>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht verwendet</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>Schlüssel testen</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Needs no key</source>
        <translation>Braucht keinen Schlüssel</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProviderPicker</name>
    <message>
        <source>Type to search</source>
        <translation>Tippen, um zu suchen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProvidersPage</name>
    <message>
        <source>Filter by name or key</source>
        <translation>Nach Name oder Schlüssel filtern</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Anbieter filtern</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>A key is there, no model yet</source>
        <translation>Schlüssel vorhanden, noch kein Modell</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it to see its providers.</source>
        <translation>Das Gateway ist angehalten. Nach dem Start sind seine Anbieter zu sehen.</translation>
    </message>
    <message>
        <source>No provider yet. Add one, or start a model server on this machine.</source>
        <translation>Noch kein Anbieter. Einen hinzufügen oder auf diesem Rechner einen Modellserver starten.</translation>
    </message>
    <message>
        <source>Nothing matches the filter. Press Esc to clear it.</source>
        <translation>Nichts passt zum Filter. Esc löscht ihn.</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>Schlüssel ersetzen…</translation>
    </message>
    <message>
        <source>Set key…</source>
        <translation>Schlüssel setzen…</translation>
    </message>
    <message>
        <source>Remove key…</source>
        <translation>Schlüssel entfernen…</translation>
    </message>
    <message>
        <source>Show its traffic</source>
        <translation>Verkehr zeigen</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Modelle werden abgefragt…</translation>
    </message>
    <message numerus="yes">
        <source>The key works: %n model(s), %1.</source>
        <translation>
            <numerusform>Der Schlüssel funktioniert: %n Modell, %1.</numerusform>
            <numerusform>Der Schlüssel funktioniert: %n Modelle, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending one short request…</source>
        <translation>Eine kurze Anfrage wird gesendet…</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>Der Anbieter hat geantwortet.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Pulse</name>
    <message>
        <source>%1 under way</source>
        <extracomment>%1 is a number of requests</extracomment>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <extracomment>a rate: %1 requests each second</extracomment>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <extracomment>a rate: %1 tokens each second</extracomment>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RaiseDialog</name>
    <message>
        <source>Raise the budget of %1</source>
        <translation>Budget von %1 erhöhen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Spent in this period: %1 of %2.</source>
        <extracomment>sums of money: %1 was spent of %2</extracomment>
        <translation>In diesem Zeitraum ausgegeben: %1 von %2.</translation>
    </message>
    <message>
        <source>Spent in this period: %1. There is no budget yet.</source>
        <translation>In diesem Zeitraum ausgegeben: %1. Noch gibt es kein Budget.</translation>
    </message>
    <message>
        <source>New budget in dollars</source>
        <translation>Neues Budget in Dollar</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation>„%1“ ist kein Geldbetrag.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RecordView</name>
    <message>
        <source>Nothing matches the filter. Press Esc to clear it.</source>
        <translation>Nichts passt zum Filter. Esc löscht ihn.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RemoteControl</name>
    <message>
        <source>What answers at %1 is no Gatehouse.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Was unter %1 antwortet, ist kein Gatehouse.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReplayDialog</name>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Then</source>
        <extracomment>the answer that a request got when it came first</extracomment>
        <translation>Damals</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>the answer that a request gets when it is sent again</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The request goes out as it came, in the name of whoever looks on here, and is charged.</source>
        <translation>Die Anfrage geht hinaus, wie sie kam, im Namen dessen, der hier zusieht, und wird berechnet.</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warten auf die Antwort…</translation>
    </message>
    <message>
        <source>The gateway remembers nothing of the new request.</source>
        <translation>Das Gateway weiß nichts mehr von der neuen Anfrage.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RestartNotice</name>
    <message>
        <source>Restart the gateway</source>
        <translation>Gateway neu starten</translation>
    </message>
    <message>
        <source>Requests that run may finish first</source>
        <translation>Laufende Anfragen dürfen vorher fertig werden</translation>
    </message>
    <message>
        <source>Saved, and counts from the next start of the gateway on: %1</source>
        <extracomment>%1 is a list of settings</extracomment>
        <translation>Gespeichert; gilt ab dem nächsten Start des Gateways: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RotateDialog</name>
    <message>
        <source>Requests with it are refused from then on.</source>
        <translation>Anfragen damit werden von da an abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the team are deleted too.</source>
        <translation>
            <numerusform>%n Schlüssel des Teams wird ebenfalls gelöscht.</numerusform>
            <numerusform>%n Schlüssel des Teams werden ebenfalls gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the user are deleted too.</source>
        <translation>
            <numerusform>%n Schlüssel des Benutzers wird ebenfalls gelöscht.</numerusform>
            <numerusform>%n Schlüssel des Benutzers werden ebenfalls gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The limits of the customer are gone; its requests are no longer bound by them.</source>
        <translation>Die Limits des Kunden entfallen; seine Anfragen sind nicht mehr daran gebunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the keys and customers lose its limits.</source>
        <translation>
            <numerusform>%n der Schlüssel und Kunden verliert dessen Limits.</numerusform>
            <numerusform>%n der Schlüssel und Kunden verlieren dessen Limits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent in this period: %1. Last used: %2.</source>
        <translation>In diesem Zeitraum ausgegeben: %1. Zuletzt verwendet: %2.</translation>
    </message>
    <message>
        <source>Spent in this period: %1. Never used.</source>
        <translation>In diesem Zeitraum ausgegeben: %1. Nie verwendet.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>%1 rotieren</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>A new key takes its place, with the same limits, budget and spend.</source>
        <translation>Ein neuer Schlüssel tritt an seine Stelle, mit denselben Limits, demselben Budget und denselben Ausgaben.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message numerus="yes">
        <source>After %n hour(s)</source>
        <translation>
            <numerusform>Nach %n Stunde</numerusform>
            <numerusform>Nach %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>Nach %n Tag</numerusform>
            <numerusform>Nach %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The old key is refused</source>
        <translation>Der alte Schlüssel wird abgelehnt</translation>
    </message>
    <message>
        <source>Rotating…</source>
        <translation>Wird rotiert…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingPage</name>
    <message>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>Modell suchen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingState</name>
    <message>
        <source>The configuration file cannot be changed from here.</source>
        <translation>Die Konfigurationsdatei lässt sich von hier aus nicht ändern.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingTab</name>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>a copy, to be faster</source>
        <translation>eine Kopie, um schneller zu sein</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No deployment had to be chosen.</source>
        <translation>Es musste kein Deployment gewählt werden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RulesView</name>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>How a deployment is picked</source>
        <translation>Wie ein Deployment gewählt wird</translation>
    </message>
    <message>
        <source>The check leaves out whom the prompt is too long for, or whose rpm or tpm is used up.</source>
        <translation>Die Prüfung lässt Deployments aus, für die der Prompt zu lang ist oder deren rpm oder tpm aufgebraucht ist.</translation>
    </message>
    <message>
        <source>When a request fails</source>
        <translation>Wenn eine Anfrage fehlschlägt</translation>
    </message>
    <message>
        <source>Tries stay within the model; what is of no use to try again is not.</source>
        <translation>Versuche bleiben beim selben Modell; was keinen Erfolg verspricht, wird nicht erneut versucht.</translation>
    </message>
    <message>
        <source>How long to wait</source>
        <translation>Wie lange gewartet wird</translation>
    </message>
    <message>
        <source>When a deployment rests</source>
        <translation>Wann ein Deployment ruht</translation>
    </message>
    <message>
        <source>With 3, the default, the share of failures decides. A provider’s Retry-After counts first.</source>
        <translation>Bei 3, dem Standard, entscheidet der Anteil der Fehler. Ein Retry-After des Anbieters hat Vorrang.</translation>
    </message>
    <message>
        <source>By kind of error</source>
        <translation>Nach Art des Fehlers</translation>
    </message>
    <message>
        <source>Tries after the first</source>
        <translation>Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Failures allowed</source>
        <translation>Erlaubte Fehler</translation>
    </message>
    <message>
        <source>What is empty goes by the numbers for all errors.</source>
        <translation>Wo nichts steht, gelten die Zahlen für alle Fehler.</translation>
    </message>
    <message>
        <source>%1, tries after the first</source>
        <translation>%1, Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>%1, failures allowed</source>
        <translation>%1, erlaubte Fehler</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Standard)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Set in %1</source>
        <extracomment>%1 is a section of the configuration file</extracomment>
        <translation>Gesetzt in %1</translation>
    </message>
    <message>
        <source>Change the rules of routing</source>
        <translation>Routing-Regeln ändern</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SectionView</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>numbers of rows: %1 of %2 match the filter</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The key this window uses may not see this list. Connect with an administrator&apos;s key.</source>
        <translation>Der Schlüssel, den dieses Fenster verwendet, darf diese Liste nicht sehen. Dafür mit dem Schlüssel eines Administrators verbinden.</translation>
    </message>
    <message>
        <source>Nothing matches. Press Esc to clear the search.</source>
        <translation>Nichts passt. Esc löscht die Suche.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingDialog</name>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>In %1.</source>
        <extracomment>%1 is a unit, such as &quot;seconds&quot;</extracomment>
        <translation>In %1.</translation>
    </message>
    <message>
        <source>Without it: %1.</source>
        <extracomment>%1 is a value</extracomment>
        <translation>Ohne sie: %1.</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on.</source>
        <translation>Gilt ab dem nächsten Start des Gateways.</translation>
    </message>
    <message>
        <source>Back to the default…</source>
        <translation>Zurück zum Standard…</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <extracomment>%1 is a setting, %2 its new value</extracomment>
        <translation>%1 auf %2 setzen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingField</name>
    <message>
        <source>Not set</source>
        <extracomment>of a setting that is left as it is by default</extracomment>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingForm</name>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Asking the gateway for its settings…</source>
        <translation>Das Gateway wird nach seinen Einstellungen gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>%n settings changed, not saved yet</source>
        <translation>
            <numerusform>%n Einstellung geändert, noch nicht gespeichert</numerusform>
            <numerusform>%n Einstellungen geändert, noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <extracomment>%1 is a setting, %2 its new value</extracomment>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings</source>
        <translation>
            <numerusform>%n Einstellung ändern</numerusform>
            <numerusform>%n Einstellungen ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingRow</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Edit in the file…</source>
        <translation>In der Datei bearbeiten…</translation>
    </message>
    <message>
        <source>••• (in the file, not shown)</source>
        <translation>••• (in der Datei, nicht gezeigt)</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>what was changed in a field and is not saved yet is taken back</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Undo the change of %1</source>
        <translation>Änderung von %1 rückgängig machen</translation>
    </message>
    <message>
        <source>Set %1 back to its default</source>
        <translation>%1 auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Counts from the next start of the gateway on.</source>
        <translation>Gilt ab dem nächsten Start des Gateways.</translation>
    </message>
    <message>
        <source>%1 stands in the file, too: %2</source>
        <extracomment>%1 is a setting, %2 its value</extracomment>
        <translation>Auch %1 steht in der Datei: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsForm</name>
    <message>
        <source>Add a setting</source>
        <translation>Einstellung hinzufügen</translation>
    </message>
    <message>
        <source>Add a setting…</source>
        <translation>Einstellung hinzufügen…</translation>
    </message>
    <message>
        <source>“%1” is not written in a way that can be used.</source>
        <extracomment>%1 is the label of a field</extracomment>
        <translation>„%1“ ist nicht so geschrieben, dass es verwendet werden kann.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsPage</name>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>Arten von Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Address, port, threads and certificate are said when Gatehouse is started: --host, --port, --workers, --ssl-certfile-path. Pages of any server may call it from a browser (CORS).</source>
        <translation>Adresse, Port, Threads und Zertifikat werden beim Start von Gatehouse angegeben: --host, --port, --workers, --ssl-certfile-path. Seiten jedes Servers dürfen es aus einem Browser aufrufen (CORS).</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Logging and callbacks</source>
        <translation>Protokoll und Callbacks</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsSection</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting: retries, timeout, budget…</source>
        <translation>Einstellung suchen: retries, timeout, budget…</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Asking the gateway for its settings…</source>
        <translation>Das Gateway wird nach seinen Einstellungen gefragt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SetupFields</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>what a model is told before the question</extracomment>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>the model decides</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>The arrow keys change it; all the way down is the model’s default.</source>
        <translation>Die Pfeiltasten ändern es; ganz unten gilt die Vorgabe des Modells.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <extracomment>the most tokens that an answer may have</extracomment>
        <translation>Höchstens Token</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SpendBox</name>
    <message>
        <source>Spend of each day</source>
        <translation>Ausgaben jedes Tages</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Nothing spent</source>
        <translation>Nichts ausgegeben</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n request(s)</source>
        <extracomment>an amount of money, and how many requests it was for</extracomment>
        <translation>
            <numerusform>%1 für %n Anfrage</numerusform>
            <numerusform>%1 für %n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Switch</name>
    <message>
        <source>On</source>
        <extracomment>beside a switch: the setting is in force</extracomment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TileRow</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
    <message>
        <source>Success</source>
        <extracomment>how many requests were answered well, in percent</extracomment>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Median latency</source>
        <extracomment>the middle value of how long answers took</extracomment>
        <translation>Mittlere Latenz</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Bis zum ersten Token</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n läuft gerade</numerusform>
            <numerusform>%n laufen gerade</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 cached</source>
        <extracomment>numbers of tokens: %1 in the questions, %2 in the answers, and how much of %1 came from a cache</extracomment>
        <translation>%1 ein, %2 aus, %3 aus dem Cache</translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n fehlgeschlagen oder abgelehnt</numerusform>
            <numerusform>%n fehlgeschlagen oder abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>95 %: %1</source>
        <extracomment>%1 is a duration that 95 of 100 answers did not exceed</extracomment>
        <translation>95 %: %1</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>%1 in diesem Monat</translation>
    </message>
    <message>
        <source>%1 this month, about %2 at its end</source>
        <extracomment>sums of money: %1 was spent this month, %2 will have been at its end</extracomment>
        <translation>%1 in diesem Monat, etwa %2 an seinem Ende</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TimeChart</name>
    <message>
        <source>%1: most %2 at %3</source>
        <extracomment>what a chart shows, read to the blind: %1 is a name, %2 its largest value, %3 a time</extracomment>
        <translation>%1: höchstens %2 um %3</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TimingTab</name>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>%1: %2, after %3</source>
        <extracomment>a stretch of time: %1 what, %2 how long, %3 after how long it began</extracomment>
        <translation>%1: %2, nach %3</translation>
    </message>
    <message>
        <source>The mark is where the answer began: after %1.</source>
        <extracomment>%1 is a duration; &quot;the mark&quot; is drawn above</extracomment>
        <translation>Die Marke zeigt, wo die Antwort begann: nach %1.</translation>
    </message>
    <message>
        <source>%1 tokens a second from then on.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Von da an %1 Token pro Sekunde.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Today</name>
    <message>
        <source>Today %1 · %2 tokens</source>
        <extracomment>%1 is an amount of money, %2 a number of tokens</extracomment>
        <translation>Heute %1 · %2 Token</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TopCard</name>
    <message>
        <source>Most spent</source>
        <translation>Höchste Ausgaben</translation>
    </message>
    <message>
        <source>What is ranked</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Nothing in %1.</source>
        <extracomment>%1 is &quot;the last hour&quot; or another time</extracomment>
        <translation>Nichts in %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficExport</name>
    <message>
        <source>The selected requests are larger than 256 MB together. Select fewer of them.</source>
        <translation>Die ausgewählten Anfragen sind zusammen größer als 256 MB. Bitte weniger auswählen.</translation>
    </message>
    <message>
        <source>The window went to another gateway.</source>
        <translation>Das Fenster ist zu einem anderen Gateway gewechselt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficFeed</name>
    <message>
        <source>What answers at %1 is not this gateway.</source>
        <translation>Was unter %1 antwortet, ist nicht dieses Gateway.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficModel</name>
    <message>
        <source>The gateway stopped or was restarted; how this request ended was not seen.</source>
        <translation>Das Gateway wurde angehalten oder neu gestartet; wie diese Anfrage endete, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficPage</name>
    <message>
        <source>No request matches the filter. Press Esc to clear it.</source>
        <translation>Keine Anfrage passt zum Filter. Esc löscht ihn.</translation>
    </message>
    <message>
        <source>Abort the request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>End this request to %1 now? Its caller gets an error, and what the provider has done by now may be charged.</source>
        <translation>Diese Anfrage an %1 jetzt beenden? Ihr Aufrufer bekommt einen Fehler, und was der Anbieter bis jetzt getan hat, wird möglicherweise berechnet.</translation>
    </message>
    <message>
        <source>Abort request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>The request was aborted.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The request had ended by itself.</source>
        <translation>Die Anfrage war schon von selbst beendet.</translation>
    </message>
    <message>
        <source>Select the requests to export first.</source>
        <translation>Zuerst die Anfragen auswählen, die exportiert werden sollen.</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation>Nichts wurde exportiert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>%n Anfrage nach %1 geschrieben</numerusform>
            <numerusform>%n Anfragen nach %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%n new request(s)</source>
        <translation>
            <numerusform>%n neue Anfrage</numerusform>
            <numerusform>%n neue Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only %1</source>
        <extracomment>%1 is a term of the filter, such as &quot;provider=openai&quot;</extracomment>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>Aufruf-ID kopieren</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren…</translation>
    </message>
    <message>
        <source>Abort…</source>
        <translation>Abbrechen…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VersionsDialog</name>
    <message>
        <source>Found at the start</source>
        <translation>Beim Start vorgefunden</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>Auf der Platte geändert</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 is what was done with a file (&quot;Saved&quot;), %2 who did it</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Versions of the configuration file</source>
        <translation>Versionen der Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>What has changed in the file since the version on the left. They are kept until the gateway ends.</source>
        <translation>Was sich in der Datei seit der links gewählten Version geändert hat. Die Versionen werden aufbewahrt, bis das Gateway endet.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Asking for the versions…</source>
        <translation>Versionen werden abgefragt…</translation>
    </message>
    <message>
        <source>The file says this now.</source>
        <translation>So steht es jetzt in der Datei.</translation>
    </message>
    <message>
        <source>Saving, and putting it into use…</source>
        <translation>Wird gespeichert und in Betrieb genommen…</translation>
    </message>
    <message>
        <source>The older version is back.</source>
        <translation>Die ältere Version ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VolumeBars</name>
    <message>
        <source>Requests over time</source>
        <translation>Anfragen im Zeitverlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n fehlgeschlagen oder abgelehnt</numerusform>
            <numerusform>%n fehlgeschlagen oder abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Welcome</name>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Ready for the first request</source>
        <translation>Bereit für die erste Anfrage</translation>
    </message>
    <message>
        <source>Point any OpenAI or Anthropic client at this address. Requests show up here while they happen.</source>
        <translation>Richten Sie einen beliebigen OpenAI- oder Anthropic-Client auf diese Adresse. Anfragen erscheinen hier, während sie laufen.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>In a moment requests can be sent like this.</source>
        <translation>Gleich können Anfragen so gesendet werden.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Requests that are under way may finish first.</source>
        <translation>Laufende Anfragen dürfen noch fertig werden.</translation>
    </message>
    <message>
        <source>The gateway is stopped</source>
        <translation>Das Gateway ist angehalten</translation>
    </message>
    <message>
        <source>Clients get no answer until it is started.</source>
        <translation>Clients bekommen keine Antwort, bis es gestartet wird.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Window</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>Nach dem Schließen im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>Über Gatehouse</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Appearance of the window</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>Appearance of the window</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits Gatehouse.</source>
        <translation>Diese Arbeitsfläche hat keinen Infobereich: Das Schließen des Fensters beendet Gatehouse.</translation>
    </message>
    <message>
        <source>Gatehouse – %1</source>
        <extracomment>title of the window; %1 is the state and place, such as &quot;Running on 127.0.0.1:4000&quot;</extracomment>
        <translation>Gatehouse – %1</translation>
    </message>
    <message>
        <source>close the details, clear the filter</source>
        <translation>Einzelheiten schließen, Filter löschen</translation>
    </message>
    <message>
        <source>ask the gateway now</source>
        <translation>das Gateway jetzt fragen</translation>
    </message>
    <message>
        <source>open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>quit Gatehouse</source>
        <translation>Gatehouse beenden</translation>
    </message>
    <message>
        <source>One endpoint in front of your language models.</source>
        <translation>Ein Endpunkt vor Ihren Sprachmodellen.</translation>
    </message>
    <message>
        <source>Licensed under Apache 2.0.</source>
        <translation>Lizenziert unter Apache 2.0.</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>Erste Schritte…</translation>
    </message>
    <message>
        <source>copy the selected rows, else the base URL</source>
        <translation>die ausgewählten Zeilen kopieren, sonst die Basis-URL</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>zu einer Seite gehen</translation>
    </message>
    <message>
        <source>filter the rows of the page</source>
        <translation>die Zeilen der Seite filtern</translation>
    </message>
    <message>
        <source>Leave this gateway?</source>
        <translation>Dieses Gateway verlassen?</translation>
    </message>
    <message>
        <source>The configuration file has changes that are not saved. They are lost.</source>
        <translation>Die Konfigurationsdatei hat ungespeicherte Änderungen. Sie gehen verloren.</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
    <message>
        <source>go anywhere by typing: pages, settings, models, keys</source>
        <translation>durch Tippen überallhin: Seiten, Einstellungen, Modelle, Schlüssel</translation>
    </message>
    <message>
        <source>go to the settings</source>
        <translation>zu den Einstellungen gehen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WirePane</name>
    <message>
        <source>(%1 that are no text)</source>
        <translation>(%1, die kein Text sind)</translation>
    </message>
    <message>
        <source>the last %1 were not kept</source>
        <extracomment>%1 is an amount of data</extracomment>
        <translation>die letzten %1 wurden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>uploaded files are not kept</source>
        <translation>hochgeladene Dateien werden nicht aufbewahrt</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) redacted</source>
        <translation>
            <numerusform>%n Wert geschwärzt</numerusform>
            <numerusform>%n Werte geschwärzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Inhalt kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WiresTab</name>
    <message>
        <source>a copy</source>
        <extracomment>of a request that was sent to two providers at once to be faster</extracomment>
        <translation>eine Kopie</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>No answer was sent yet.</source>
        <translation>Noch wurde keine Antwort gesendet.</translation>
    </message>
    <message>
        <source>No provider was asked.</source>
        <translation>Kein Anbieter wurde gefragt.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es gab keine Antwort.</translation>
    </message>
</context>
</TS>
