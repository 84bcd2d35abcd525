<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>%n×</source>
        <extracomment>how often something happened</extracomment>
        <translation>
            <numerusform>%n×</numerusform>
            <numerusform>%n×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n fallback</numerusform>
            <numerusform>%n fallbacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderCards</name>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderKeys</name>
    <message numerus="yes">
        <source>%n deployment(s) use it and cannot answer without it.</source>
        <translation>
            <numerusform>%n deployment uses it and cannot answer without it.</numerusform>
            <numerusform>%n deployments use it and cannot answer without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficColumns</name>
    <message numerus="yes">
        <source>%1, %n fallback(s)</source>
        <extracomment>numbers: %1 attempts, of which %2 at other model groups than the one asked for</extracomment>
        <translation>
            <numerusform>%1, %n fallback</numerusform>
            <numerusform>%1, %n fallbacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::app::Desktop</name>
    <message numerus="yes">
        <source>%n request(s) still running. Quitting waits a short time for them and then cuts them off.</source>
        <translation>
            <numerusform>%n request is still running. Quitting waits a short time for it and then cuts it off.</numerusform>
            <numerusform>%n requests are still running. Quitting waits a short time for them and then cuts them off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::AccountActions</name>
    <message numerus="yes">
        <source>Copy %n ID(s)</source>
        <translation>
            <numerusform>Copy %n ID</numerusform>
            <numerusform>Copy %n IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unblocked</source>
        <translation>
            <numerusform>%n unblocked</numerusform>
            <numerusform>%n unblocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n selected?</source>
        <translation>
            <numerusform>Delete %n selected?</numerusform>
            <numerusform>Delete %n selected?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConnectionNotice</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>Next try in %n s.</numerusform>
            <numerusform>Next try in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ConversationTab</name>
    <message numerus="yes">
        <source>Show the reasoning, %n character(s)</source>
        <translation>
            <numerusform>Show the reasoning, %n character</numerusform>
            <numerusform>Show the reasoning, %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n character(s)</source>
        <translation>
            <numerusform>Show all %n character</numerusform>
            <numerusform>Show all %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiscoverDialog</name>
    <message numerus="yes">
        <source>%n model(s) ticked</source>
        <translation>
            <numerusform>%n model ticked</numerusform>
            <numerusform>%n models ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n model(s) of %1</source>
        <translation>
            <numerusform>Add %n model of %1</numerusform>
            <numerusform>Add %n models of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FilterBar</name>
    <message numerus="yes">
        <source>Follow (%n new)</source>
        <extracomment>a button: let rows into the table again; %n have come in the meantime</extracomment>
        <translation>
            <numerusform>Follow (%n new)</numerusform>
            <numerusform>Follow (%n new)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FirstRun</name>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>Add %n</numerusform>
            <numerusform>Add %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n provider(s)</source>
        <translation>
            <numerusform>Add %n provider</numerusform>
            <numerusform>Add %n providers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HealthCard</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Indicator</name>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n in flight</numerusform>
            <numerusform>%n in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LocalServers</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelOrder</name>
    <message numerus="yes">
        <source>Move %n deployment(s)</source>
        <translation>
            <numerusform>Move %n deployment</numerusform>
            <numerusform>Move %n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelPicker</name>
    <message numerus="yes">
        <source>%n model(s), as the provider says.</source>
        <translation>
            <numerusform>%n model, as the provider says.</numerusform>
            <numerusform>%n models, as the provider says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the built-in catalogue.</source>
        <translation>
            <numerusform>%n model of the built-in catalogue.</numerusform>
            <numerusform>%n models of the built-in catalogue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ModelsPage</name>
    <message numerus="yes">
        <source>%n deployment(s), figures of 24 hours</source>
        <translation>
            <numerusform>%n deployment, figures of 24 hours</numerusform>
            <numerusform>%n deployments, figures of 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::PlaygroundPage</name>
    <message numerus="yes">
        <source>%n earlier message(s) of the conversation go along.</source>
        <translation>
            <numerusform>%n earlier message of the conversation goes along.</numerusform>
            <numerusform>%n earlier messages of the conversation go along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), calls of tools or their results stay behind: only text goes along.</source>
        <translation>
            <numerusform>%n file, call of a tool or result stays behind: only text goes along.</numerusform>
            <numerusform>%n files, calls of tools or results stay behind: only text goes along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProvidersPage</name>
    <message numerus="yes">
        <source>The key works: %n model(s), %1.</source>
        <translation>
            <numerusform>The key works: %n model, %1.</numerusform>
            <numerusform>The key works: %n models, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RotateDialog</name>
    <message numerus="yes">
        <source>%n key(s) of the team are deleted too.</source>
        <translation>
            <numerusform>%n key of the team is deleted too.</numerusform>
            <numerusform>%n keys of the team are deleted too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the user are deleted too.</source>
        <translation>
            <numerusform>%n key of the user is deleted too.</numerusform>
            <numerusform>%n keys of the user are deleted too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the keys and customers lose its limits.</source>
        <translation>
            <numerusform>%n of the keys and customers lose its limits.</numerusform>
            <numerusform>%n of the keys and customers lose its limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n hour(s)</source>
        <translation>
            <numerusform>After %n hour</numerusform>
            <numerusform>After %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutingTab</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingForm</name>
    <message numerus="yes">
        <source>%n settings changed, not saved yet</source>
        <translation>
            <numerusform>%n settings changed, not saved yet</numerusform>
            <numerusform>%n settings changed, not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings</source>
        <translation>
            <numerusform>Change %n settings</numerusform>
            <numerusform>Change %n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingRow</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entries</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SpendBox</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n request(s)</source>
        <extracomment>an amount of money, and how many requests it was for</extracomment>
        <translation>
            <numerusform>%1 for %n request</numerusform>
            <numerusform>%1 for %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TileRow</name>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n failed or refused</numerusform>
            <numerusform>%n failed or refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficPage</name>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>%n request written to %1</numerusform>
            <numerusform>%n requests written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficTable</name>
    <message numerus="yes">
        <source>%n new request(s)</source>
        <translation>
            <numerusform>%n new request</numerusform>
            <numerusform>%n new requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VolumeBars</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or refused</source>
        <translation>
            <numerusform>%n failed or refused</numerusform>
            <numerusform>%n failed or refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WirePane</name>
    <message numerus="yes">
        <source>%n value(s) redacted</source>
        <translation>
            <numerusform>%n value redacted</numerusform>
            <numerusform>%n values redacted</numerusform>
        </translation>
    </message>
</context>
</TS>
