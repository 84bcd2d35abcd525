// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/doctor.h"

#include "gateway/observe/traffic/prompt_change.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace gatehouse::observe::traffic {

namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;
using What = PromptChange::What;

constexpr seconds usualLife {5 * 60}, longLife {60 * 60};

/// How many tokens a prompt must have before it is cached at all, by a part of the model's name; the first that fits.
struct Least {
    std::string_view model;
    std::int64_t tokens;
};
constexpr std::array leastTokens {Least {"haiku-4-5", 4096}, Least {"opus-4-5", 4096}, Least {"haiku", 2048},
    Least {"gemini-2.5-pro", 4096}, Least {"gemini-3", 2048}, Least {"", 1024}};

std::int64_t leastFor(std::string_view model)
{
    return std::find_if(leastTokens.begin(), leastTokens.end(), [&](const Least &row) {
        return model.find(row.model) != std::string_view::npos;
    })->tokens;
}

// What the provider that answered was sent; where nobody was asked, what the caller sent.
const Wire &promptWire(const Record &record)
{
    for (auto attempt = record.wires.attempts.rbegin(); attempt != record.wires.attempts.rend(); ++attempt) {
        if (!attempt->request.body.empty() && attempt->response.status < 400)
            return attempt->request;
    }
    return record.wires.clientRequest;
}

std::string whyNot(const Record &record, const Wire &wire)
{
    if (!record.isCaptured || !wire.isThere())
        return "the request was not captured";
    if (record.isHidden)
        return "what was said is hidden (capture_messages, turn_off_message_logging), so prompts cannot be compared";
    return wire.cutBytes > 0 ? "the captured request was cut (capture_body_kb), so prompts cannot be compared" : std::string();
}

/// An earlier call, and where this one's prompt leaves it.
struct Comparison {
    const Record *record = nullptr;
    PromptChange change = {};
};

Comparison closest(const Prompt &prompt, std::span<const std::shared_ptr<const Record>> earlier)
{
    Comparison best;
    for (const auto &record : earlier) {
        const Wire &wire = promptWire(*record);
        const auto other = whyNot(*record, wire).empty() ? promptOf(wire.body) : std::nullopt;
        if (!other)
            continue;
        PromptChange change = changeOf(*other, prompt);
        if (!best.record || change.sameBytes > best.change.sameBytes)
            best = {record.get(), std::move(change)};
    }
    return best;
}

std::string verdictOf(const Receipt &receipt, bool isCompared)
{
    const Usage &usage = receipt.usage;
    if (!usage.reported)
        return "unknown";
    if (usage.cachedRead * 10 >= usage.input * 8 && usage.cachedRead > 0)
        return "hit";
    if (usage.cachedRead > 0)
        return "partial";
    return isCompared ? "miss" : "first";
}

/// What is said of a call.
struct Findings {
    std::vector<std::string> reasons, advice;
    void add(std::string reason, std::string advised = {})
    {
        reasons.push_back(std::move(reason));
        if (!advised.empty())
            advice.push_back(std::move(advised));
    }
};

std::string adviceFor(const PromptChange &change)
{
    if (change.isTime)
        return "put times, dates and ids at the end, into the newest message, or round them: whatever stands behind them is "
               "never "
               "cached";
    switch (change.what) {
    case What::Reordered: return "send tools in one fixed order, for example by name";
    case What::Added:
    case What::Removed: return "keep the list of tools and the system prompt the same for as long as a conversation lasts";
    case What::Text: break;
    case What::Nothing: return {};
    }
    if (change.kind == PromptPart::Kind::Message)
        return "only ever append to a conversation: a message that is edited, cut or summarised later ends the cached prefix "
               "there";
    return "keep what comes first the same, byte for byte";
}

void lookAtChange(const PromptChange &change, Findings &findings)
{
    if (change.what == What::Nothing)
        return findings.add(change.words());
    std::string reason = change.words();
    if (change.isTime)
        reason += std::string("; this looks like a time or an id in ")
            + (change.kind == PromptPart::Kind::System      ? "the system prompt"
                    : change.kind == PromptPart::Kind::Tool ? "a tool"
                                                            : "a message");
    findings.add(std::move(reason), adviceFor(change));
}

void lookAtCircumstances(const Record &record, const Record &earlier, Findings &findings)
{
    const Receipt &now = *record.receipt, &then = *earlier.receipt;
    if (now.deployment != then.deployment)
        findings.add("it was sent to deployment " + now.deployment + ", the call before to " + then.deployment
                + ": providers keep a cache for each account",
            "keep conversations to one deployment (deployment affinity), or use one account for the group");
    if (now.upstreamModel != then.upstreamModel)
        findings.add(
            "the model is another one (" + then.upstreamModel + " → " + now.upstreamModel + "): each has a cache of its own");
    const auto age = duration_cast<seconds>(now.startedAt - then.startedAt);
    const seconds life = then.usage.cacheWrite1h > 0 ? longLife : usualLife;
    if (age > life)
        findings.add("the call before was " + std::to_string(age.count()) + " s ago; what is cached lives about "
                + std::to_string(life.count()) + " s after it was last used",
            "where pauses are that long, ask for a longer life (Anthropic: cache_control with ttl 1h)");
}

void lookAtPrompt(const Record &record, const Prompt &prompt, Findings &findings)
{
    const Receipt &receipt = *record.receipt;
    const std::int64_t least = leastFor(receipt.upstreamModel);
    if (receipt.usage.reported && receipt.usage.input < least)
        findings.add("the prompt has " + std::to_string(receipt.usage.input) + " tokens; below about " + std::to_string(least)
            + " nothing is cached");
    if (prompt.isAnthropic && !prompt.isMarked())
        findings.add("no cache_control stands in the request: Anthropic caches only what is marked",
            "mark the end of the tools, of the system prompt and of the newest message with cache_control");
}

void writeChange(wire::JsonWriter &json, const PromptChange &change)
{
    static constexpr std::array words {"nothing", "added", "removed", "reordered", "text"};
    json.key("same_parts").number(static_cast<std::int64_t>(change.sameParts));
    json.key("same_bytes").number(static_cast<std::int64_t>(change.sameBytes)).key("change").beginObject();
    json.key("what").string(words[static_cast<std::size_t>(change.what)]).key("where").string(change.where);
    json.key("name").string(change.name).key("member").string(change.member);
    json.key("byte").number(static_cast<std::int64_t>(change.byte)).key("before").string(change.before);
    json.key("after").string(change.after).key("looks_like_time").boolean(change.isTime).endObject();
}

void writeComparison(wire::JsonWriter &json, const Record &record, const Comparison &comparison)
{
    json.key("compared_with");
    if (!comparison.record) {
        json.null();
        return;
    }
    const Receipt &then = *comparison.record->receipt;
    const auto age = duration_cast<seconds>(record.receipt->startedAt - then.startedAt);
    json.beginObject().key("id").number(static_cast<std::int64_t>(then.id)).key("call_id").string(then.callId);
    json.key("deployment").string(then.deployment).key("age_s").number(std::int64_t(age.count())).endObject();
    writeChange(json, comparison.change);
}

void writeList(wire::JsonWriter &json, std::string_view name, const std::vector<std::string> &list)
{
    json.key(name).beginArray();
    for (const std::string &each : list)
        json.string(each);
    json.endArray();
}

} // namespace

std::string promptCacheJson(const Record &record, std::span<const std::shared_ptr<const Record>> earlier)
{
    const Wire &wire = promptWire(record);
    const Usage &usage = record.receipt->usage;
    Findings findings;
    Comparison comparison;
    const std::string cannot = whyNot(record, wire);
    const auto prompt = cannot.empty() ? promptOf(wire.body) : std::nullopt;
    if (!prompt) {
        findings.add(cannot.empty() ? "the request has no prompt that could be compared" : cannot);
    } else {
        comparison = closest(*prompt, earlier);
        if (comparison.record) {
            lookAtChange(comparison.change, findings);
            lookAtCircumstances(record, *comparison.record, findings);
        } else {
            findings.add("no earlier call of this conversation is remembered");
        }
        lookAtPrompt(record, *prompt, findings);
    }
    wire::JsonWriter json;
    json.beginObject().key("verdict").string(verdictOf(*record.receipt, comparison.record != nullptr));
    json.key("read_tokens").number(usage.cachedRead).key("written_tokens").number(usage.cacheWrite);
    json.key("missed_tokens").number(std::max<std::int64_t>(0, usage.input - usage.cachedRead));
    writeComparison(json, record, comparison);
    writeList(json, "reasons", findings.reasons);
    writeList(json, "advice", findings.advice);
    return json.endObject().take();
}

} // namespace gatehouse::observe::traffic
