// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/shown.h"

#include "gateway/config/config.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::providers::shown;
using gatehouse::providers::shownAddress;

class TestShown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noCredentialIsShown()
    {
        const auto config = config::parse(R"(
model_list:
  - model_name: g
    litellm_params:
      model: openai/gpt-4o
      api_key: sk-hidden-1
      aws_secret_access_key: hidden-2
      vertex_credentials: '{"private_key": "hidden-3"}'
      my_password: hidden-4
      extra_headers: {x-team-key: hidden-5}
      extra_body: {api_key: hidden-6, kind: plain}
      temperature: 0.5
      input_cost_per_token: 0.001
)",
            "test.yaml", [](const std::string &) { return std::nullopt; });
        const std::string text = shown(config.models().front().find("litellm_params"));
        QVERIFY2(text.find("hidden") == std::string::npos, text.c_str());
        QVERIFY(text.find(R"("model":"openai/gpt-4o")") != std::string::npos);
        QVERIFY(text.find(R"("temperature":0.5)") != std::string::npos);
        QVERIFY(text.find(R"("input_cost_per_token":0.001)") != std::string::npos);
    }

    void anAddressIsShownWithoutUserAndQuery()
    {
        QCOMPARE(shownAddress("https://user:word@host.example/v1?key=k#x"), std::string("https://host.example/v1"));
        QCOMPARE(shownAddress("http://127.0.0.1:80/a@b"), std::string("http://127.0.0.1:80/a@b"));
        QCOMPARE(shownAddress("openai/gpt-4o"), std::string("openai/gpt-4o"));
    }
};

QTEST_APPLESS_MAIN(TestShown)
#include "tst_shown.moc"
