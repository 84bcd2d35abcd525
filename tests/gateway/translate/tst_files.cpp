// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"

#include "gateway/translate/files.h"

#include <QTest>

using namespace gatehouse;
using translate::Block;

namespace {

constexpr auto picture = "https://example.com/cat.png";

Deployment served(const char *provider, Dialect dialect, const char *model = "m")
{
    Deployment result;
    result.provider = {provider, provider, dialect};
    result.model = model;
    return result;
}

std::string chatOf(const std::vector<std::string> &urls)
{
    std::string content;
    for (const std::string &url : urls)
        content += (content.empty() ? "" : ",") + (R"({"type":"image_url","image_url":{"url":")" + url + R"("}})");
    return R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":[)" + content + "]}]}";
}

} // namespace

/// Which providers are handed the files that a request names by their addresses, and how.
class TestFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachProviderIsHandedWhatItDoesNotFetch_data();
    void eachProviderIsHandedWhatItDoesNotFetch();
    void eachAddressIsWantedOnce();
    void whatIsThereAlreadyIsNotWanted();
    void filesInsideResultsAreFoundToo();
    void aPdfBehindAPicturesAddressIsADocument();
    void claudeBehindACloudIsHandedThemInItsCallersWords_data();
    void claudeBehindACloudIsHandedThemInItsCallersWords();
    void withoutFilesAddressesStay();
    void whatTheCallerSaysOfTheKindStands();
};

void TestFiles::eachProviderIsHandedWhatItDoesNotFetch_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Dialect>("speaks");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isDocument");
    QTest::addColumn<bool>("isHanded");
    const auto row = [](const char *name, const char *provider, Dialect speaks, const char *url, bool isHanded,
                         bool isDocument = false, std::optional<Dialect> by = {}) {
        QTest::newRow(name) << provider << speaks << by.value_or(speaks) << url << isDocument << isHanded;
    };
    using enum Dialect;
    row("OpenAI: a picture", "openai", OpenAiChat, picture, false);
    row("OpenAI: a document", "openai", OpenAiChat, "https://example.com/a.pdf", true, true);
    row("Responses: a document", "openai", OpenAiResponses, "https://example.com/a.pdf", false, true);
    row("Anthropic: by https", "anthropic", AnthropicMessages, picture, false);
    row("Anthropic: by http", "anthropic", AnthropicMessages, "http://example.com/cat.png", true);
    row("Anthropic: a document by http", "anthropic", AnthropicMessages, "HTTP://example.com/a.pdf", true, true);
    row("Claude on Vertex", "vertex_ai", GeminiGenerate, picture, true, false, AnthropicMessages);
    row("Claude on Bedrock", "bedrock", BedrockConverse, picture, true, false, AnthropicMessages);
    row("Gemini: by https", "gemini", GeminiGenerate, picture, true);
    row("Gemini: by http", "gemini", GeminiGenerate, "http://example.com/cat", true);
    row("Gemini: a document", "gemini", GeminiGenerate, "https://example.com/a.pdf", true, true);
    row("Gemini: a film", "gemini", GeminiGenerate, "https://example.com/a.mp4", false, true);
    row("Gemini: YouTube", "gemini", GeminiGenerate, "https://www.youtube.com/watch?v=1", false, true);
    row("Gemini: its own", "gemini", GeminiGenerate, "https://generativelanguage.googleapis.com/v1beta/files/a", false);
    row("Gemini: called like its own", "gemini", GeminiGenerate, "https://generativelanguage.googleapis.com.evil/a", true);
    row("Gemini: Google's storage", "gemini", GeminiGenerate, "gs://bucket/cat.png", false);
    row("Vertex: by https, of a known kind", "vertex_ai", GeminiGenerate, picture, false);
    row("Vertex: by https, of no known kind", "vertex_ai", GeminiGenerate, "https://example.com/cat", true);
    row("Vertex: by http", "vertex_ai", GeminiGenerate, "http://example.com/cat.png", true);
    row("Bedrock: a picture", "bedrock", BedrockConverse, picture, true);
    row("Bedrock: a document", "bedrock", BedrockConverse, "https://example.com/a", true, true);
    row("Bedrock: S3", "bedrock", BedrockConverse, "s3://bucket/cat.png", false);
    row("Ollama: a picture", "ollama_chat", OllamaChat, "http://example.com/cat", true);
    row("Ollama: a document", "ollama_chat", OllamaChat, "https://example.com/a.pdf", false, true);
    row("Ollama: a picture as a file", "ollama_chat", OllamaChat, picture, true, true);
    row("Cohere", "cohere_chat", CohereChat, picture, false);
    row("a file of this machine", "bedrock", BedrockConverse, "file:///etc/passwd", false);
}

void TestFiles::eachProviderIsHandedWhatItDoesNotFetch()
{
    QFETCH(QString, provider);
    QFETCH(Dialect, speaks);
    QFETCH(Dialect, dialect);
    QFETCH(QString, url);
    QFETCH(bool, isDocument);
    QFETCH(bool, isHanded);
    const Deployment deployment = served(qPrintable(provider), speaks);
    translate::Files files;
    translate::Target target {deployment, deployment.model, dialect};
    target.files = &files;
    translate::Conversation conversation;
    Block &block = conversation.messages.emplace_back().blocks.emplace_back();
    block.kind = isDocument ? Block::Kind::Document : Block::Kind::Image;
    block.url = url.toStdString();
    QCOMPARE(translate::putFiles(conversation, target), !isHanded);
    QCOMPARE(files.wanted, isHanded ? std::vector<std::string> {block.url} : std::vector<std::string> {});
    if (!isHanded)
        return;
    files.wanted.clear();
    files.found[block.url] = std::make_shared<const translate::File>(translate::File {"image/png", "AAAA"});
    QVERIFY(translate::putFiles(conversation, target));
    QCOMPARE(block.data, std::string("AAAA"));
    QCOMPARE(block.mediaType, std::string("image/png"));
    QVERIFY(block.url.empty() && block.kind == Block::Kind::Image);
}

void TestFiles::eachAddressIsWantedOnce()
{
    const Deployment bedrock = served("bedrock", Dialect::BedrockConverse, "amazon.nova-pro-v1:0");
    const auto call = request_cases::call(
        Dialect::OpenAiChat, chatOf({"https://a/2", "https://a/1", "data:image/png;base64,AAAA", "https://a/2"}));
    QVERIFY(call);
    translate::Files files;
    QVERIFY(translate::encode(*call, {bedrock, bedrock.model, Dialect::BedrockConverse}, {}, &files));
    QCOMPARE(files.wanted, (std::vector<std::string> {"https://a/2", "https://a/1"}));
}

void TestFiles::whatIsThereAlreadyIsNotWanted()
{
    const Deployment bedrock = served("bedrock", Dialect::BedrockConverse);
    translate::Files files;
    translate::Target target {bedrock, bedrock.model, Dialect::BedrockConverse};
    target.files = &files;
    translate::Conversation conversation;
    Block &block = conversation.messages.emplace_back().blocks.emplace_back();
    block.kind = Block::Kind::Image;
    block.url = picture;
    block.data = "AAAA";
    QVERIFY(translate::putFiles(conversation, target));
    QVERIFY(files.wanted.empty() && block.url == picture);
}

void TestFiles::filesInsideResultsAreFoundToo()
{
    const Deployment gemini = served("gemini", Dialect::GeminiGenerate, "gemini-2.5-flash");
    const auto call = request_cases::call(Dialect::AnthropicMessages,
        R"({"model":"m","max_tokens":9,"messages":[
            {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"look","input":{}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[
                {"type":"image","source":{"type":"url","url":"https://a/1"}}]}]}]})");
    QVERIFY(call);
    translate::Files files;
    QVERIFY(translate::encode(*call, {gemini, gemini.model, Dialect::GeminiGenerate}, {}, &files));
    QCOMPARE(files.wanted, (std::vector<std::string> {"https://a/1"}));
    files.wanted.clear();
    files.found["https://a/1"] = std::make_shared<const translate::File>(translate::File {"image/png", "AAAA"});
    const auto encoded = translate::encode(*call, {gemini, gemini.model, Dialect::GeminiGenerate}, {}, &files);
    QVERIFY(encoded && files.wanted.empty());
    QVERIFY2(encoded->body.find(R"("inline_data":{"mime_type":"image/png","data":"AAAA"})") != std::string::npos,
        encoded->body.c_str());
}

void TestFiles::aPdfBehindAPicturesAddressIsADocument()
{
    const Deployment claude = served("anthropic", Dialect::AnthropicMessages, "claude-sonnet-4-5");
    const auto call = request_cases::call(Dialect::OpenAiChat, chatOf({"http://a/1"}));
    QVERIFY(call);
    translate::Files files;
    files.found["http://a/1"] = std::make_shared<const translate::File>(translate::File {"application/pdf", "JVBERi0="});
    const auto encoded = translate::encode(*call, {claude, claude.model, Dialect::AnthropicMessages}, {}, &files);
    QVERIFY(encoded && files.wanted.empty());
    QVERIFY2(
        encoded->body.find(R"({"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0="}})")
            != std::string::npos,
        encoded->body.c_str());
}

void TestFiles::claudeBehindACloudIsHandedThemInItsCallersWords_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Dialect>("speaks");
    QTest::addColumn<bool>("isHanded");
    QTest::newRow("Bedrock") << "bedrock" << Dialect::BedrockConverse << true;
    QTest::newRow("Vertex") << "vertex_ai" << Dialect::GeminiGenerate << true;
    QTest::newRow("Anthropic itself") << "anthropic" << Dialect::AnthropicMessages << false;
}

void TestFiles::claudeBehindACloudIsHandedThemInItsCallersWords()
{
    QFETCH(QString, provider);
    QFETCH(Dialect, speaks);
    QFETCH(bool, isHanded);
    const Deployment claude = served(qPrintable(provider), speaks, "anthropic.claude-sonnet-4-20250514-v1:0");
    const std::string before =
        R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":[)"
        R"({"source" : {"url":"https://a/1","type":"url"},"type":"image","cache_control":{"type":"ephemeral"}},)"
        R"({"type":"tool_result","tool_use_id":"t","content":[{"type":"image","source":{"type":"url","url":"https:\/\/a\/2"}}]},)"
        R"({"type":"image","source":{"type":"file","url":"http://a/3"}},{"type":"image","source":{"type":"url","url":"file:///a"}},)"
        R"({"type":"document","source":{"type":"file","file_id":"url"}},{"type":"text","text":"\"url\""}]}]})";
    const auto call = request_cases::call(Dialect::AnthropicMessages, before);
    QVERIFY(call);
    translate::Files files;
    const translate::Addressee to {claude, claude.model, Dialect::AnthropicMessages};
    QVERIFY(translate::encode(*call, to, {}, &files));
    QCOMPARE(files.wanted, isHanded ? (std::vector<std::string> {"https://a/1", "https://a/2"}) : std::vector<std::string>());
    files.wanted.clear();
    files.found["https://a/1"] = std::make_shared<const translate::File>(translate::File {"image/png", "AAAA"});
    files.found["https://a/2"] = std::make_shared<const translate::File>(translate::File {"application/pdf", "BBBB"});
    const auto encoded = translate::encode(*call, to, {}, &files);
    QVERIFY(encoded && files.wanted.empty());
    const std::string handed =
        R"([{"role":"user","content":[{"source" : {"type":"base64","media_type":"image/png","data":"AAAA"},"type":"image","cache_control":{"type":"ephemeral"}},)"
        R"({"type":"tool_result","tool_use_id":"t","content":[{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"BBBB"}}]},)"
        R"({"type":"image","source":{"type":"file","url":"http://a/3"}},{"type":"image","source":{"type":"url","url":"file:///a"}},)"
        R"({"type":"document","source":{"type":"file","file_id":"url"}},{"type":"text","text":"\"url\""}]}])";
    QCOMPARE(encoded->body.find(handed) != std::string::npos, isHanded);
    QCOMPARE(encoded->body.find("https:") == std::string::npos, isHanded);
}

// Who does not fetch, as the preview of a request, is told as before.
void TestFiles::withoutFilesAddressesStay()
{
    const Deployment gemini = served("gemini", Dialect::GeminiGenerate, "gemini-2.5-flash");
    const auto call = request_cases::call(Dialect::OpenAiChat, chatOf({picture}));
    QVERIFY(call);
    const auto encoded = translate::encode(*call, {gemini, gemini.model, Dialect::GeminiGenerate}, {});
    QVERIFY(encoded && encoded->body.find(picture) != std::string::npos);
}

void TestFiles::whatTheCallerSaysOfTheKindStands()
{
    const Deployment gemini = served("gemini", Dialect::GeminiGenerate, "gemini-2.5-flash");
    const auto call = request_cases::call(Dialect::OpenAiChat,
        R"({"model":"m","messages":[{"role":"user","content":[
            {"type":"image_url","image_url":{"url":"https://a/1","format":"image/webp"}}]}]})");
    QVERIFY(call);
    translate::Files files;
    files.found["https://a/1"] = std::make_shared<const translate::File>(translate::File {"image/png", "AAAA"});
    const auto encoded = translate::encode(*call, {gemini, gemini.model, Dialect::GeminiGenerate}, {}, &files);
    QVERIFY(encoded && encoded->body.find(R"("mime_type":"image/webp")") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
