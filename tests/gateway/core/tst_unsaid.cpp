// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/unsaid.h"

#include <QTest>

#include <array>
#include <random>
#include <span>

using namespace gatehouse;

namespace {

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool isOfKey(char c)
{
    return isWord(c) || std::string_view("-_.+/=~").find(c) != std::string_view::npos;
}

// The rule as one would read it aloud: at each beginning of a word, each sign.
std::string slowly(std::string_view text)
{
    struct Sign {
        std::string_view begin;
        std::size_t least;
    };
    static constexpr std::array<Sign, 15> signs {
        {{"sk-", 8}, {"sk_", 8}, {"Bearer ", 6}, {"bearer ", 6}, {"Basic ", 6}, {"AIza", 20}, {"AKIA", 12}, {"ASIA", 12},
            {"ghp_", 16}, {"github_pat_", 16}, {"gsk_", 16}, {"hf_", 16}, {"xoxb-", 10}, {"xai-", 16}, {"ya29.", 16}}};
    std::vector<bool> goes(text.size(), false);
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const Sign &sign : signs) {
            if ((at > 0 && isWord(text[at - 1])) || !text.substr(at).starts_with(sign.begin))
                continue;
            std::size_t end = at + sign.begin.size();
            while (end < text.size() && isOfKey(text[end]))
                ++end;
            if (end - at < sign.begin.size() + sign.least)
                continue;
            std::fill(goes.begin() + static_cast<std::ptrdiff_t>(at), goes.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
    }
    std::string clean;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!goes[at])
            clean += text[at];
        else if (at == 0 || !goes[at - 1])
            clean += redacted;
    }
    return clean;
}

} // namespace

class TestUnsaid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachSignIsFound()
    {
        for (const char *key : {"sk-12345678", "sk_12345678", "AIza01234567890123456789", "AKIA012345678901", "ASIA012345678901",
                 "ghp_0123456789abcdef", "github_pat_0123456789abcdef", "gsk_0123456789abcdef", "hf_0123456789abcdef",
                 "xoxb-0123456789", "xai-0123456789abcdef", "ya29.0123456789abcdef", "Bearer 123456", "bearer 123456",
                 "Basic dXNlcg=="})
            QCOMPARE(withoutSecrets(std::string("a (") + key + ") b"), std::string("a ([redacted]) b"));
    }

    void whatIsTooShortOrWithinAWordStays()
    {
        for (const char *text :
            {"sk-1234567", "ask-12345678", "sk-", "-", "", "Bearer", "Bearer 12", "AKIA", "risk_taking_every_day"})
            QCOMPARE(withoutSecrets(text), std::string(text));
    }

    void aKeyIsFoundWhereverItStands()
    {
        for (std::size_t before = 0; before < 40; ++before) {
            for (std::size_t behind = 0; behind < 40; ++behind) {
                const std::string left(before, ' '), right(behind, ' ');
                QCOMPARE(withoutSecrets(left + "sk-12345678" + right), left + "[redacted]" + right);
            }
        }
    }

    void aKnownOneIsFoundWhereverItStands()
    {
        for (const std::string secret : {"risk-free", "a_k_x", "xxxbasex", "bxsbs!!", "number 29 of them", "AKIb IA."}) {
            const auto sought = soughtAs(secret);
            QVERIFY2(sought, secret.c_str());
            for (std::size_t before = 0; before < 40; ++before) {
                for (std::size_t behind = 0; behind < 40; ++behind) {
                    std::vector<SecretSpan> found;
                    std::string text = std::string(before, 'x') + secret + std::string(behind, '"');
                    findSecrets(text, std::span(&*sought, 1), found);
                    QVERIFY(!found.empty());
                    QCOMPARE(eraseSpans(text, found), std::size_t(1));
                    QCOMPARE(text, std::string(before, 'x') + "[redacted]" + std::string(behind, '"'));
                }
            }
        }
        for (const char *plain : {"", "ab", "sesame", "own-word"})
            QVERIFY(!soughtAs(plain));
    }

    void anyTextComesOutAsTheRuleSays()
    {
        std::mt19937 random(11);
        static constexpr std::array<std::string_view, 26> pieces {"sk-", "sk_", "Bearer ", "bearer ", "Basic ", "AIza", "AKIA",
            "ASIA", "ghp_", "github_pat_", "gsk_", "hf_", "xoxb-", "xai-", "ya29.", "0123456789", "abcdefgh", "-", "_", " ", "\"",
            ".", "A", "b", "y", " and many other words "};
        for (int round = 0; round < 20000; ++round) {
            std::string text;
            for (std::size_t count = random() % 24; count > 0; --count)
                text += pieces[random() % pieces.size()];
            QCOMPARE(withoutSecrets(text), slowly(text));
        }
    }
};

QTEST_APPLESS_MAIN(TestUnsaid)
#include "tst_unsaid.moc"
