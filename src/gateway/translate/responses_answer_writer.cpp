// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/responses_desk.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_input_reader.h"
#include "gateway/translate/responses_shape.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

std::string quoted(std::string_view text)
{
    return wire::JsonWriter().string(text).take();
}

class Writer
{
public:
    Writer(const Completion &completion, const View &view)
        : m_completion(completion)
        , m_view(view)
        , m_reason(incompleteReason(completion.finishReason))
        , m_annotations(responseAnnotations(completion.annotationsJson))
    {
    }

    std::string write();

private:
    void writeBlock(const Block &block);
    void writeMessage();
    void writeCall(const Block &block);
    std::string_view status() const { return m_reason.empty() ? "completed" : "incomplete"; }

    const Completion &m_completion;
    const View &m_view;
    const std::string_view m_reason;
    wire::JsonWriter m_output;
    std::string m_annotations;
    std::string m_text; // of texts in a row, which are one message
};

std::string Writer::write()
{
    m_output.beginArray();
    for (const Block &block : m_completion.blocks)
        writeBlock(block);
    writeMessage();
    m_output.endArray();
    const std::string id = newId("resp_");
    const std::string model = quoted(m_view.model.empty() ? m_completion.model : m_view.model);
    return responseObject({id, unixNow(), model, status(), m_reason, m_output.text(), &m_completion.usage}, m_view);
}

void Writer::writeBlock(const Block &block)
{
    if (block.kind == Block::Kind::Text) {
        m_text += block.text;
        return;
    }
    if (block.kind == Block::Kind::ToolUse && m_view.jsonTool && block.name == jsonToolName) {
        m_text += block.argumentsJson; // the forced tool's input is the answer that was asked for
        return;
    }
    writeMessage();
    if (block.kind == Block::Kind::ToolUse)
        writeCall(block);
    else if (block.kind == Block::Kind::Thinking)
        m_output.raw(responseReasoning(newId("rs_"), quoted(block.text),
            block.signature.empty() ? std::string() : quoted(std::string(signatureMark) + block.signature)));
    else if (block.kind == Block::Kind::Image && !block.data.empty())
        m_output.raw(responseImage(newId("ig_"), quoted(block.data)));
    else if (block.kind == Block::Kind::RedactedThinking)
        m_output.raw(responseReasoning(newId("rs_"), {}, quoted(std::string(redactedMark) + block.text)));
}

void Writer::writeMessage()
{
    if (m_text.empty())
        return;
    const std::string part = responsePart(quoted(m_text), m_completion.refused, m_annotations);
    m_output.raw(responseMessage(newId("msg_"), status(), part));
    m_annotations = "[]"; // they are of the first
    m_text.clear();
}

void Writer::writeCall(const Block &block)
{
    if (isProvidersSearch(block.id, block.name))
        m_output.raw(responseSearch(newId("ws_"), "completed", quoted(block.argumentsJson)));
    else
        m_output.raw(
            responseCall({newId("fc_"), quoted(block.id), quoted(block.name)}, "completed", quoted(block.argumentsJson)));
}

} // namespace

std::string writeResponsesAnswer(const Completion &completion, const View &view)
{
    std::string response = Writer(completion, view).write();
    if (view.desk)
        view.desk->onWhole(response);
    return response;
}

} // namespace gatehouse::translate
