// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/rerank.h"
#include "gateway/wire/json_writer.h"

#include <functional>

namespace gatehouse::translate {

namespace {

using Write = std::function<void(wire::JsonWriter &json, std::string_view text)>;

// What LiteLLM's callers may say and only Cohere and its likes understand.
constexpr const char *cohereOnly[] {"max_chunks_per_doc", "max_tokens_per_doc", "rank_fields", "return_documents", "top_n"};

Result<> check(const Members &members, const Target &target)
{
    const std::string before = target.deployment.provider.title + "Exception - ";
    if (!isString(members.find("query")))
        return Failure {Error {Fault::BadRequest, before + "query must be a text", 0, {}, "query"}};
    const std::string_view documents = members.find("documents");
    if (!isArray(documents) || !saysSomething(documents))
        return Failure {Error {Fault::BadRequest, before + "documents must be an array of texts or objects", 0, {}, "documents"}};
    return {};
}

std::string listOf(std::string_view documents, const Write &write)
{
    wire::JsonWriter json;
    json.beginArray();
    JsonItems items(documents);
    while (items.next())
        write(json, documentText(items.raw()));
    return json.endArray().take();
}

void writeText(wire::JsonWriter &json, std::string_view text)
{
    json.raw(text);
}

void writeTextObject(wire::JsonWriter &json, std::string_view text)
{
    json.beginObject().key("text").raw(text).endObject();
}

void rename(Members &members, std::string_view from, std::string_view to)
{
    if (members.has(from) && !members.has(to))
        members.set(to, std::string(members.find(from)));
    members.erase(from);
}

void dropCohereOnly(Members &members)
{
    for (const char *name : cohereOnly)
        members.erase(name);
}

} // namespace

std::string documentText(std::string_view raw)
{
    if (isString(raw))
        return std::string(raw);
    if (const std::string_view text = member(raw, "text"); isString(text))
        return std::string(text);
    std::string written;
    wire::appendJsonString(written, raw);
    return written;
}

Result<Encoded> encodeCohereRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    const bool isOlder =
        members.has("max_chunks_per_doc") || members.has("rank_fields") || target.deployment.apiBase.ends_with("/v1/rerank");
    if (!isOlder)
        members.set("documents", listOf(members.find("documents"), writeText));
    Encoded encoded = writeOperation(members, call, target);
    encoded.isOlder = isOlder;
    return encoded;
}

Result<Encoded> encodeVoyageRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    rename(members, "top_n", "top_k");
    members.set("documents", listOf(members.find("documents"), writeText));
    return writeOperation(members, call, target);
}

Result<Encoded> encodeHuggingFaceRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    members.set("texts", listOf(members.find("documents"), writeText));
    members.erase("documents");
    rename(members, "return_documents", "return_text");
    dropCohereOnly(members);
    return writeOperation(members, call, target, false);
}

Result<Encoded> encodeNvidiaRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    members.set("passages", listOf(members.find("documents"), writeTextObject));
    members.set("query", "{\"text\":" + std::string(members.find("query")) + "}");
    members.erase("documents");
    dropCohereOnly(members);
    return writeOperation(members, call, target);
}

Result<Encoded> encodeDeepInfraRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    // Each document is paired with a query of its own.
    const std::string query(members.find("query"));
    members.set("queries", listOf(members.find("documents"), [&](wire::JsonWriter &json, std::string_view) { json.raw(query); }));
    members.set("documents", listOf(members.find("documents"), writeText));
    members.erase("query");
    dropCohereOnly(members);
    return writeOperation(members, call, target, false);
}

Result<Encoded> encodeUsualRerank(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto checked = check(members, target); !checked)
        return Failure {std::move(checked).error()};
    return writeOperation(members, call, target);
}

} // namespace gatehouse::translate
