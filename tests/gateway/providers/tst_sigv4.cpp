// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/digest.h"
#include "gateway/providers/percent.h"
#include "gateway/providers/sigv4.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

AwsKeys exampleKeys(std::string token = {})
{
    return {"AKIDEXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), Secret(std::move(token))};
}

Clock::Wall at(std::int64_t seconds)
{
    return Clock::Wall(std::chrono::seconds(seconds));
}

std::string signatureIn(const wire::Headers &headers)
{
    const std::string_view field = headers.value("authorization");
    const std::size_t place = field.find("Signature=");
    return place == std::string_view::npos ? std::string() : std::string(field.substr(place + 10));
}

// A case of AWS's published test suite: example.amazonaws.com, us-east-1, "service", 2015-08-30T12:36:00Z.
struct Case {
    const char *name, *method, *target;
    wire::Headers headers;
    const char *body, *signature;
};

const char *const form = "application/x-www-form-urlencoded";
const char *const formDigest = "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";

const std::vector<Case> &suite()
{
    static const std::vector<Case> cases {
        {"get-vanilla", "GET", "/", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-header-key-duplicate", "GET", "/", {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}},
            "", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"},
        {"get-header-value-multiline", "GET", "/", {{"My-Header1", "value1\n  value2\n     value3"}}, "",
            "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd"},
        {"get-header-value-order", "GET", "/",
            {{"My-Header1", "value4"}, {"My-Header1", "value1"}, {"My-Header1", "value3"}, {"My-Header1", "value2"}}, "",
            "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"},
        {"get-header-value-trim", "GET", "/", {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}}, "",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"},
        {"get-relative", "GET", "/example/..", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-relative-relative", "GET", "/example1/example2/../..", {}, "",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-slash-dot-slash", "GET", "/./", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-slash", "GET", "//", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-slash-pointless-dot", "GET", "/./example", {}, "",
            "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"},
        {"get-slashes", "GET", "//example//", {}, "", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"},
        {"get-space", "GET", "/example space/", {}, "", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"},
        {"get-unreserved", "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", {}, "",
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"},
        {"get-utf8", "GET", "/\u1234", {}, "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"},
        {"get-vanilla-empty-query-key", "GET", "/?Param1=value1", {}, "",
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"},
        {"get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", {}, "",
            "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"},
        {"get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", {}, "",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"},
        {"get-vanilla-query-unreserved", "GET",
            "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"
            "hijklmnopqrstuvwxyz",
            {}, "", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"},
        {"get-vanilla-utf8-query", "GET", "/?\u1234=bar", {}, "",
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"},
        {"post-vanilla", "POST", "/", {}, "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
        {"post-header-key-sort", "POST", "/", {{"My-Header1", "value1"}}, "",
            "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"},
        {"post-header-value-case", "POST", "/", {{"My-Header1", "VALUE1"}}, "",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"},
        {"post-vanilla-query", "POST", "/?Param1=value1", {}, "",
            "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"},
        {"post-x-www-form-urlencoded", "POST", "/",
            {{"Content-Type", form}, {"Content-Length", "13"}, {"X-Amz-Content-Sha256", formDigest}}, "Param1=value1",
            "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b"},
        {"post-x-www-form-urlencoded-parameters", "POST", "/",
            {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}, {"Content-Length", "13"},
                {"X-Amz-Content-Sha256", formDigest}},
            "Param1=value1", "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422"},
    };
    return cases;
}

} // namespace

class TestSigV4 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void awsPublishedVectorsHold_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < suite().size(); ++i)
            QTest::newRow(suite()[i].name) << int(i);
    }
    void awsPublishedVectorsHold()
    {
        QFETCH(int, number);
        const Case &one = suite()[std::size_t(number)];
        const std::string url = std::string("https://example.amazonaws.com") + one.target;
        const auto added =
            signedHeaders({one.method, url, one.headers, one.body}, {"us-east-1", "service"}, exampleKeys(), at(1440938160));
        QCOMPARE(added.value("x-amz-date"), std::string_view("20150830T123600Z"));
        QCOMPARE(signatureIn(added), std::string(one.signature));
    }

    void aSessionTokenIsSentAndSigned()
    {
        const std::string token =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeo"
            "IYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5V"
            "SXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yj"
            "c8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
        const auto added = signedHeaders({"POST", "https://example.amazonaws.com/", wire::Headers(), ""},
            {"us-east-1", "service"}, exampleKeys(token), at(1440938160));
        QCOMPARE(added.value("x-amz-security-token"), std::string_view(token));
        QCOMPARE(signatureIn(added), std::string("85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"));
    }

    // Expected values were computed with AWS's own signer for JavaScript (@smithy/signature-v4).
    void bedrocksAddressesAreSignedAsAwsSignsThem_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("permanent");
        QTest::addColumn<QByteArray>("temporary");
        QTest::newRow("a colon in the model") << QByteArray(
            "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-sonnet-4-20250514-v1%3A0/converse")
                                              << QByteArray("cfdb9072f17950eee9c52c77cf3c2fe7a9ab08389900069de4936766eeca6aa1")
                                              << QByteArray("e53671bf9f0cc15f14bf249cc901f62517f90bc5c05220e2386962ea73021934");
        QTest::newRow("an ARN") << QByteArray(
            "https://bedrock-runtime.eu-west-1.amazonaws.com/model/"
            "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.anthropic.claude-3-5-sonnet/converse-stream")
                                << QByteArray("f98797c707f5162a4ce5ff49760ff324159b7f829348562fcb939259dcbca5ed")
                                << QByteArray("c39542887e08b8a51eba564c44a26bcaa809200f2fbbcfc0dee9dcff6bd9a86a");
        QTest::newRow("a port and a path before")
            << QByteArray("http://127.0.0.1:4711/bedrock/model/us.amazon.nova-pro-v1%3A0/converse")
            << QByteArray("4dbb2f9d8abd1a7052025c603f4584726c72a761d7f2a91749b867291fd5fa17")
            << QByteArray("34688d3bb5bb5d3ba575c6a000a7ad6bc93ae595256204c2b365dfad02ed7108");
        QTest::newRow("a query") << QByteArray("https://example.amazonaws.com/a%20b/%C3%A9?z=1&a=b%2Fc&a=A%20b&empty=&%C3%A9=%2B")
                                 << QByteArray("c5df63c55601499ec8e0b49df766e614204bca50cc09a1c7b9c252abeeb33b9e")
                                 << QByteArray("0b3541c00ad981ce011c2ac59266a8dac7b59bca8cc98b946ece060efa2749fd");
    }
    void bedrocksAddressesAreSignedAsAwsSignsThem()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, permanent);
        QFETCH(QByteArray, temporary);
        const wire::Headers headers {{"content-type", "application/json"}};
        const std::string address = url.toStdString(), body = R"({"messages":[]})";
        const Signable request {"POST", address, headers, body};
        const SigningScope scope {"eu-west-1", "bedrock"};
        const auto added = signedHeaders(request, scope, exampleKeys(), at(1735689600));
        QCOMPARE(signatureIn(added), permanent.toStdString());
        QVERIFY(!added.has("x-amz-security-token"));
        QVERIFY(added.value("authorization").find("SignedHeaders=content-type;host;x-amz-date,") != std::string_view::npos);
        const AwsKeys keys = exampleKeys("FwoGZXIvYXdzEXAMPLE+/token==");
        QCOMPARE(signatureIn(signedHeaders(request, scope, keys, at(1735689600))), temporary.toStdString());
    }

    void theUsualPortIsNoPartOfTheHost()
    {
        const wire::Headers none;
        const auto sign = [&](std::string_view url) {
            return signatureIn(signedHeaders({"POST", url, none, ""}, {"r", "s"}, exampleKeys(), at(0)));
        };
        QCOMPARE(sign("https://h:443/x"), sign("https://h/x"));
        QCOMPARE(sign("http://h:80/x"), sign("http://h/x"));
        QCOMPARE(sign("https://user:pass@h/x"), sign("https://h/x"));
        QVERIFY(sign("https://h:8443/x") != sign("https://h/x"));
    }

    void anythingMayStandInAUrl()
    {
        for (const char *url :
            {"", "x", "https://", "https://h?", "https://h?&&=&a", "https://h/%zz/..//../..?%=%2#f?", "://@"}) {
            const wire::Headers none;
            QCOMPARE(
                signatureIn(signedHeaders({"GET", url, none, ""}, {"r", "s"}, exampleKeys(), at(0))).size(), std::size_t(64));
        }
    }

    void digestsAreTheStandards()
    {
        QCOMPARE(hex(sha256("abc")), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        // RFC 4231, case 2
        QCOMPARE(hex(hmacSha256("Jefe", "what do ya want for nothing?")),
            std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        // RFC 4648, section 10, in the alphabet of section 5 and without padding
        QCOMPARE(base64Url("f"), std::string("Zg"));
        QCOMPARE(base64Url("fo"), std::string("Zm8"));
        QCOMPARE(base64Url("foobar"), std::string("Zm9vYmFy"));
        QCOMPARE(base64Url("\xfb\xff"), std::string("-_8"));
        QVERIFY(!signRs256(Secret("no key"), "text"));
    }

    void formsLeaveOutWhatIsEmpty()
    {
        QCOMPARE(formBody({{"a", "1 2"}, {"b", ""}, {"c d", "&=+/~"}}), std::string("a=1%202&c%20d=%26%3D%2B%2F~"));
        QCOMPARE(percentEncoded("a/b c", "/"), std::string("a/b%20c"));
    }
};

QTEST_APPLESS_MAIN(TestSigV4)
#include "tst_sigv4.moc"
