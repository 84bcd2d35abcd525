// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/model_family.h"

#include <QTest>

using namespace gatehouse::tokens;

class TestModelFamily : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModelIsKnownByItsName_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<Family>("family");
        const auto row = [](const char *model, Family family) { QTest::newRow(model) << QByteArray(model) << family; };
        for (const char *model : {"gpt-4o", "openai/gpt-4o-mini-2024-07-18", "azure/gpt-4.1", "gpt-5", "gpt-5.2-codex", "o1",
                 "o3-mini", "openai/o4-mini", "openrouter/openai/o3", "openai.gpt-oss-120b-1:0", "groq/openai/gpt-oss-20b",
                 "chatgpt-4o-latest", "ft:gpt-4o-mini:acme::abc", "GPT-4o", "azure/prod-gpt-4o-eu"})
            row(model, Family::O200k);
        for (const char *model : {"gpt-4", "gpt-4-turbo", "gpt-4-32k-0613", "gpt-3.5-turbo", "azure/gpt-35-turbo",
                 "text-embedding-3-small", "openai/text-embedding-ada-002"})
            row(model, Family::Cl100k);
        row("anthropic/claude-sonnet-4-5-20250929", Family::Claude);
        row("bedrock/converse/us.anthropic.claude-opus-4-6-v1:0", Family::Claude);
        row("vertex_ai/gemini-2.5-pro", Family::Gemini);
        row("meta-llama/Llama-3.3-70B-Instruct", Family::Llama);
        row("deepseek-r1-distill-llama-70b", Family::Llama);
        row("mistral-large-latest", Family::Mistral);
        row("cohere_chat/command-a-03-2025", Family::Cohere);
        row("qwen3-max", Family::Qwen);
        row("deepseek/deepseek-chat", Family::DeepSeek);
    }

    void aModelIsKnownByItsName()
    {
        QFETCH(QByteArray, model);
        QFETCH(Family, family);
        QCOMPARE(familyOf({model.constData(), static_cast<std::size_t>(model.size())}), family);
    }

    void whatOnlyLooksLikeAKnownNameIsNone()
    {
        for (const char *model : {"", "/", "o1x", "o30", "gpt-40", "nogpt-4o", "gpt-9", "olmo-2", "azure/my-deployment"})
            QCOMPARE(familyOf(model), Family::Other);
    }
};

QTEST_GUILESS_MAIN(TestModelFamily)
#include "tst_model_family.moc"
