// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/translate/text_request.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 18> refusals {"audio", "function_call", "functions", "logprobs", "modalities", "n",
    "parallel_tool_calls", "prediction", "prompt_cache_key", "prompt_cache_retention", "reasoning_effort", "response_format",
    "service_tier", "thinking", "tool_choice", "tools", "top_logprobs", "web_search_options"};

/// Puts the messages of a conversation one below the other.
class PromptWriter : MessagesWriter
{
public:
    PromptWriter(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
    {
        // A question alone is put as it stands. Only where both sides have spoken must the model see who said what.
        for (const Message &message : conversation.messages)
            m_isDialogue = m_isDialogue || message.role == Message::Role::Assistant;
    }

    Result<std::string> write()
    {
        for (; m_index < m_conversation.messages.size(); ++m_index)
            writeMessage(m_conversation.messages[m_index]);
        if (m_error)
            return Failure {*m_error};
        if (m_isDialogue)
            m_prompt += "\n\nAssistant:";
        return std::move(m_prompt);
    }

private:
    void writeMessage(const Message &message);
    void writeBlock(const Block &block);

    std::string m_prompt;
    bool m_isDialogue = false;
};

void PromptWriter::writeMessage(const Message &message)
{
    if (m_index > 0)
        m_prompt += "\n\n";
    if (m_isDialogue && message.role != Message::Role::System)
        m_prompt += message.role == Message::Role::Assistant ? "Assistant: " : "User: ";
    for (const Block &block : message.blocks)
        writeBlock(block);
}

void PromptWriter::writeBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Text: m_prompt += block.text; break;
    case Block::Kind::Thinking:
    case Block::Kind::RedactedThinking: break; // a thought of an earlier turn is nothing that was said
    case Block::Kind::Image: refuseBlock("a picture"); break;
    case Block::Kind::Document: refuseBlock("a document"); break;
    case Block::Kind::Audio: refuseBlock("sound"); break;
    case Block::Kind::ToolUse: refuseBlock("a tool call"); break;
    case Block::Kind::ToolResult: refuseBlock("a tool's result"); break;
    case Block::Kind::Other: refuseOther(block); break;
    }
}

void writeSampling(const Conversation &conversation, Members &members)
{
    setNumber(members, "max_tokens", conversation.maxTokens);
    setNumber(members, "temperature", conversation.temperature);
    setNumber(members, "top_p", conversation.topP);
    setNumber(members, "top_k", conversation.topK);
    if (!conversation.user.empty())
        members.set("user", wire::JsonWriter().string(conversation.user).text());
    setTexts(members, "stop", conversation.stop);
}

/// What a caller who does not speak OpenAI's words asked for and a prompt cannot carry.
std::vector<std::string> unsaid(const Conversation &conversation, const Target &target)
{
    std::vector<std::string> names;
    if (!conversation.tools.empty())
        names.emplace_back("tools");
    if (!conversation.responseFormatJson.empty())
        names.emplace_back("response_format");
    if (conversation.topK && target.deployment.provider.isOpenAi)
        names.emplace_back("top_k");
    return names;
}

} // namespace

Result<> fitToText(Members &members, const Target &target)
{
    for (const std::string_view name : {"n", "logprobs", "tool_choice"}) {
        const std::string_view raw = members.find(name);
        if (raw == "1" || raw == "false" || raw == "\"none\"")
            members.erase(name); // says no more than what happens anyway
    }
    return refuse(members, target, refusals);
}

Result<ProviderRequest> writeTextRequest(const Conversation &conversation, const Target &target)
{
    if (const auto names = unsaid(conversation, target); !names.empty() && !target.dropParams)
        return Failure {unsupported(names, target)};
    auto prompt = PromptWriter(conversation, target).write();
    if (!prompt)
        return Failure {std::move(prompt).error()};
    const auto rest = restFor(conversation, target);
    if (!rest)
        return Failure {rest.error()};
    ProviderRequest request;
    request.members.set("prompt", wire::JsonWriter().string(*prompt).text());
    writeSampling(conversation, request.members);
    if (target.deployment.provider.isOpenAi)
        request.members.erase("top_k");
    request.members.offerAll(*rest);
    if (auto relayed = relayTextRequest(request.members, target); !relayed)
        return Failure {std::move(relayed).error()};
    return request;
}

} // namespace gatehouse::translate
