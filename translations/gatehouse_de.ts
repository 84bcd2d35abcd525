<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
            <numerusform>%n Ausweichmodell</numerusform>
            <numerusform>%n Ausweichmodelle</numerusform>
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
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>Aufruf-ID</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
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
        <translation>Tokens in der Frage</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Tokens in the answer</source>
        <translation>Tokens in der Antwort</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Name of the caller&apos;s key</source>
        <translation>Name des Schlüssels des Aufrufers</translation>
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
    <name>gatehouse::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
        <translation>Bittet das Modell oben um einen Gruß. Bei einem echten Anbieter kostet das ein paar Tokens.</translation>
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
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n läuft gerade</numerusform>
            <numerusform>%n laufen gerade</numerusform>
        </translation>
    </message>
    <message>
        <source>Gatehouse keeps running</source>
        <translation>Gatehouse läuft weiter</translation>
    </message>
    <message>
        <source>Open its window or quit it from the icon in the tray.</source>
        <translation>Über das Symbol im Infobereich lässt sich das Fenster öffnen oder das Programm beenden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LivePage</name>
    <message>
        <source>No request matches the filter. Press Esc to clear it.</source>
        <translation>Keine Anfrage passt zum Filter. Esc löscht ihn.</translation>
    </message>
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
        <source>Words must all match. Fields: model: provider: who: state: path: error: id: status&gt;=400 duration&gt;1000 first&gt;500 in&gt; out&gt; attempts&gt;1</source>
        <translation>Alle Wörter müssen passen. Felder: model: provider: who: state: path: error: id: status&gt;=400 duration&gt;1000 first&gt;500 in&gt; out&gt; attempts&gt;1</translation>
    </message>
    <message>
        <source>How to connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <extracomment>%1 of %2 requests pass the filter</extracomment>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>Verbinden</translation>
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
    <name>gatehouse::ui::SummaryRow</name>
    <message>
        <source>Requests, last minute</source>
        <translation>Anfragen, letzte Minute</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Median duration</source>
        <extracomment>the middle value of how long answers took</extracomment>
        <translation>Mittlere Dauer</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <extracomment>more than; %1 is a number, the window does not remember more requests than that</extracomment>
        <translation>&gt; %1</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n läuft gerade</numerusform>
            <numerusform>%n laufen gerade</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>numbers of tokens: %1 in the questions, %2 in the answers</extracomment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>%1 failed, %2 refused</source>
        <extracomment>numbers of requests: %1 failed at a provider, %2 refused by the gateway</extracomment>
        <translation>%1 fehlgeschlagen, %2 abgelehnt</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <extracomment>%1 is a duration: the middle value of the time until answers began</extracomment>
        <translation>Erstes Token: %1</translation>
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
        <source>copy the selected requests, else the base URL</source>
        <translation>die ausgewählten Anfragen kopieren, sonst die Basis-URL</translation>
    </message>
    <message>
        <source>filter requests</source>
        <translation>Anfragen filtern</translation>
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
</context>
</TS>
