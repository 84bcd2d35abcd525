// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/log_text.h"

#include "gateway/observe/journal.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/wire/json_writer.h"

#include <utility>

namespace gatehouse::observe {

namespace {

constexpr std::string_view dim = "\x1b[2m", red = "\x1b[31m", green = "\x1b[32m", yellow = "\x1b[33m", plainAgain = "\x1b[0m";

std::string oneLine(std::string_view text)
{
    std::string line(text);
    for (char &c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return line;
}

std::string in(std::string_view color, std::string_view text)
{
    return std::string(color) + std::string(text) + std::string(plainAgain);
}

std::string_view colorOf(Log::Level level)
{
    switch (level) {
    case Log::Level::Error: return red;
    case Log::Level::Warning: return yellow;
    case Log::Level::Info: return green;
    case Log::Level::Debug: return dim;
    }
    return plainAgain;
}

// syslog's
std::string_view priorityOf(Log::Level level)
{
    switch (level) {
    case Log::Level::Error: return "3";
    case Log::Level::Warning: return "4";
    case Log::Level::Info: return "6";
    case Log::Level::Debug: return "7";
    }
    return "6";
}

// Words that a config diagnostic or another message begins with of itself are not said twice.
std::string wordsOf(const LogMessage &message, std::string_view level)
{
    std::string words = std::string(level) + ": " + oneLine(message.message);
    if (!message.callId.empty())
        words += " call=" + oneLine(message.callId);
    return words;
}

std::string jsonOf(const LogMessage &message)
{
    wire::JsonWriter json;
    json.beginObject().key("timestamp").string(isoTime(message.at)).key("level").string(toString(message.level));
    json.key("category").string(toString(message.category)).key("message").string(message.message);
    if (!message.callId.empty())
        json.key("call_id").string(message.callId);
    return json.endObject().take();
}

std::string journalOf(const LogMessage &message)
{
    JournalEntry entry;
    entry.add("MESSAGE", oneLine(message.message)).add("PRIORITY", priorityOf(message.level));
    entry.add("SYSLOG_IDENTIFIER", "gatehouse").add("GATEHOUSE_CATEGORY", toString(message.category));
    return entry.add("CALL_ID", message.callId).take();
}

std::string errorOf(const Receipt &receipt)
{
    return receipt.error.empty() ? std::string() : " error=\"" + oneLine(receipt.error) + "\"";
}

std::string journalOf(const Receipt &receipt)
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    JournalEntry entry;
    entry.add("MESSAGE", logLine(receipt).substr(isoTime(receipt.startedAt).size() + 1) + errorOf(receipt));
    entry.add("PRIORITY", priorityOf(levelOf(receipt))).add("SYSLOG_IDENTIFIER", "gatehouse");
    entry.add("GATEHOUSE_CATEGORY", "request").add("CALL_ID", receipt.callId).add("MODEL", receipt.model);
    entry.add("MODEL_GROUP", receipt.group).add("DEPLOYMENT", receipt.deployment).add("PROVIDER", receipt.provider);
    entry.add("KEY_ALIAS", receipt.who).add("STATUS", std::to_string(receipt.status)).add("OUTCOME", toString(receipt.outcome));
    entry.add("FAULT", receipt.fault ? info(*receipt.fault).name : std::string_view());
    entry.add("DURATION_MS", std::to_string(duration_cast<milliseconds>(receipt.duration).count()));
    entry.add("INPUT_TOKENS", std::to_string(receipt.usage.input)).add("OUTPUT_TOKENS", std::to_string(receipt.usage.output));
    return entry.add("COST", receipt.cost ? dollars(receipt.cost->total) : std::string()).take();
}

// The outcome is the second word.
std::string coloredLine(const Receipt &receipt)
{
    const std::string line = logLine(receipt);
    const std::size_t time = line.find(' '), outcome = line.find(' ', time + 1);
    const std::string_view color = receipt.outcome == Outcome::Completed ? green
        : receipt.outcome == Outcome::Failed                             ? red
                                                                         : yellow;
    return in(dim, line.substr(0, time)) + " " + in(color, line.substr(time + 1, outcome - time - 1)) + line.substr(outcome);
}

std::string lineOf(const Receipt &receipt, Log::Form form)
{
    switch (form) {
    case Log::Form::Plain: return logLine(receipt) + errorOf(receipt);
    case Log::Form::Colored: return coloredLine(receipt) + errorOf(receipt);
    case Log::Form::Json: return jsonLine(receipt);
    case Log::Form::Journal: return journalOf(receipt);
    }
    return {};
}

} // namespace

std::string textOf(const LogMessage &message, Log::Form form)
{
    const std::string_view level = toString(message.level);
    switch (form) {
    case Log::Form::Plain: return isoTime(message.at) + " " + wordsOf(message, level);
    case Log::Form::Colored: return in(dim, isoTime(message.at)) + " " + wordsOf(message, in(colorOf(message.level), level));
    case Log::Form::Json: return jsonOf(message);
    case Log::Form::Journal: return journalOf(message);
    }
    return {};
}

Log::Level levelOf(const Receipt &receipt)
{
    return receipt.outcome == Outcome::Failed ? Log::Level::Warning : Log::Level::Info;
}

// What may not be told is taken away for as long as the line is made: a copy of a receipt costs more than its line.
std::string textOf(Receipt &receipt, const LogView &view)
{
    std::string error, who;
    if (!view.tellsErrors)
        error.swap(receipt.error);
    if (view.hidesPeople)
        who.swap(receipt.who);
    std::string line = lineOf(receipt, view.form);
    if (!view.tellsErrors)
        error.swap(receipt.error);
    if (view.hidesPeople)
        who.swap(receipt.who);
    return line;
}

} // namespace gatehouse::observe
