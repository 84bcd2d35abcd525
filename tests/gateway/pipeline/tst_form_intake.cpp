// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/form_intake.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

/// What comes from a client, as the test says.
struct Tap {
    std::string waiting;
    bool hasEnded = false;
    wire::BodyListener *listener = nullptr;
    void give(std::string_view bytes)
    {
        waiting += bytes;
        listener->onBodyReady();
    }
    void end()
    {
        hasEnded = true;
        listener->onBodyReady();
    }
};

class TapSource final : public wire::BodySource
{
public:
    TapSource(Tap &tap, std::optional<std::uint64_t> length)
        : m_tap(tap)
        , m_length(length)
    {
    }
    Result<wire::BodyPiece> read(std::span<char> room) override
    {
        const std::size_t size = std::min(room.size(), m_tap.waiting.size());
        std::copy_n(m_tap.waiting.data(), size, room.data());
        m_tap.waiting.erase(0, size);
        return wire::BodyPiece {size, !size && m_tap.hasEnded};
    }
    std::optional<std::uint64_t> length() const override { return m_length; }
    void listen(wire::BodyListener *listener) override { m_tap.listener = listener; }

private:
    Tap &m_tap;
    std::optional<std::uint64_t> m_length;
};

struct Ears final : IntakeListener {
    int ready = 0, turned = 0;
    std::optional<Error> error;
    void onFormReady() override { ++ready; }
    void onFormTurned() override { ++turned; }
    void onFormFailed(Error why) override { error = std::move(why); }
};

const std::string boundary = "the-boundary-of-the-client";

std::string part(const std::string &name, const std::string &value)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

const std::string fileHead = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
const std::string lastBoundary = "--" + boundary + "--\r\n";

/// All that an upload gives now.
std::string taken(wire::BodySource &upload)
{
    std::string text;
    std::array<char, 1000> room {};
    for (;;) {
        const auto piece = upload.read(room);
        if (!piece || !piece->size)
            return text;
        text.append(room.data(), piece->size);
    }
}

struct Scene {
    explicit Scene(std::optional<std::uint64_t> length = std::nullopt, std::string directory = {})
        : intake({std::make_unique<TapSource>(tap, length), boundary, directory.empty() ? where.path().toStdString() : directory},
            ears)
    {
        intake.start();
    }
    QTemporaryDir where;
    Tap tap;
    Ears ears;
    FormIntake intake;
};

} // namespace

class TestFormIntake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsReadyWhenTheModelAndTheFirstFileAreThere()
    {
        Scene scene;
        scene.tap.give(part("model", "m"));
        QCOMPARE(scene.ears.ready, 0);
        scene.tap.give(fileHead);
        QCOMPARE(scene.ears.ready, 1);
        QCOMPARE(scene.intake.fields().value(), std::string("{\"model\":\"m\"}"));
    }

    void aModelBehindTheFileWaitsForTheEnd()
    {
        Scene scene;
        scene.tap.give(fileHead + "x\r\n" + part("model", "m") + lastBoundary);
        QCOMPARE(scene.ears.ready, 0);
        scene.tap.end();
        QCOMPARE(scene.ears.ready, 1);
        QCOMPARE(scene.ears.turned, 0);
    }

    void theLengthThatIsToldIsTheLengthThatComes()
    {
        const std::string body = part("model", "m") + fileHead + "hello\r\n" + fileHead + "world\r\n" + lastBoundary;
        Scene scene(body.size());
        const std::size_t half = body.find("hello") + 2;
        scene.tap.give(body.substr(0, half));
        auto upload = scene.intake.upload("{\"model\":\"other\"}");
        const auto told = upload->length();
        QVERIFY(told);
        std::string text = taken(*upload);
        QVERIFY(text.ends_with("\r\n\r\nhe"));
        scene.tap.give(body.substr(half));
        scene.tap.end();
        text += taken(*upload);
        QCOMPARE(std::uint64_t(text.size()), *told);
        QVERIFY(text.find("name=\"model\"\r\n\r\nother\r\n") != text.npos);
        QVERIFY2(text.find(boundary) == text.npos, "the client's boundary means nothing in ours");
        upload.reset();
        auto again = scene.intake.upload("{\"model\":\"third\"}"); // a retry, when all is known
        const std::string second = taken(*again);
        QCOMPARE(std::uint64_t(second.size()), *again->length());
        QVERIFY(second.find("hello") != second.npos && second.find("world") != second.npos);
    }

    void aFieldBehindTheFileTurnsIt()
    {
        Scene scene;
        scene.tap.give(part("model", "m") + fileHead + "x\r\n");
        QCOMPARE(scene.ears.ready, 1);
        scene.tap.give(part("stream", "true"));
        QCOMPARE(scene.ears.turned, 1);
        QCOMPARE(scene.ears.ready, 1);
        scene.tap.give(lastBoundary);
        scene.tap.end();
        QCOMPARE(scene.ears.ready, 2);
        QCOMPARE(scene.intake.fields().value(), std::string("{\"model\":\"m\",\"stream\":true}"));
    }

    void fieldsAreBounded()
    {
        Scene one;
        one.tap.give(part("prompt", std::string(300'000, 'x')));
        QVERIFY(one.ears.error && one.ears.error->message.find("256 KiB") != std::string::npos);
        Scene all;
        for (int i = 0; i < 6 && !all.ears.error; ++i)
            all.tap.give(part("prompt", std::string(200'000, 'x')));
        QVERIFY(all.ears.error && all.ears.error->message.find("1 MiB") != std::string::npos);
    }

    void aFormThatEndsEarlyFails()
    {
        Scene scene;
        scene.tap.give(part("model", "m") + fileHead + "x");
        scene.tap.end();
        QVERIFY(scene.ears.error);
    }

    void aDiskThatTakesNothingIsAnErrorThatSaysSo()
    {
        Scene scene(std::nullopt, "/nowhere/at/all");
        scene.tap.give(part("model", "m") + fileHead + std::string(Spool::keptInMemory, 'x'));
        QVERIFY(scene.ears.error);
        QCOMPARE(scene.ears.error->httpStatus(), 500);
        QVERIFY(scene.ears.error->message.find("cannot be kept on the gateway's disk") != std::string::npos);
    }

    void theSpoolLeavesNoName()
    {
        QTemporaryDir where;
        Spool spool(where.path().toStdString());
        std::string all;
        for (int i = 0; i < 40; ++i) {
            const std::string piece(10'000, static_cast<char>('a' + i % 26));
            QVERIFY(spool.append(piece));
            all += piece;
        }
        QVERIFY(QDir(where.path()).isEmpty());
        std::string text(all.size(), '\0');
        QCOMPARE(spool.read(0, text).value(), all.size());
        QCOMPARE(text, all);
        QCOMPARE(spool.read(all.size(), text).value(), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestFormIntake)
#include "tst_form_intake.moc"
