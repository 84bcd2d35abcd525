// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/keychain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QEventLoop>
#include <QLibrary>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <memory>

namespace gatehouse::config {

namespace {

using Fault = KeychainFault;

QString service()
{
    return QStringLiteral("gatehouse");
}

// No key's name: isKeyName() refuses blanks.
constexpr std::string_view index = "names of the keys";

// What a job left behind. It outlives the wait for it: an answer may come when nobody waits any more.
struct Outcome {
    bool hasCome = false;
    QKeychain::Error error = QKeychain::NoError;
    QString message;
    QByteArray data;
};

Fault faultOf(const Outcome &outcome)
{
    const std::string message = outcome.message.toStdString();
    if (!outcome.hasCome)
        return {Fault::Kind::Silent, {}};
    switch (outcome.error) {
    case QKeychain::EntryNotFound: return {Fault::Kind::Missing, message};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return {Fault::Kind::Locked, message};
    default: return {Fault::Kind::Absent, message};
    }
}

QByteArray dataOf(const QKeychain::Job &job)
{
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return reading ? reading->binaryData() : QByteArray();
}

struct Wait {
    std::chrono::milliseconds patience;
    Keychain::Input input;
};

// Runs \a job, which deletes itself, until it has ended or patience has.
Outcome run(QKeychain::Job *job, const std::string &name, const Wait &wait)
{
    const auto outcome = std::make_shared<Outcome>();
    QEventLoop loop;
    job->setKey(QString::fromStdString(name));
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome](const QKeychain::Job *done) {
        *outcome = {true, done->error(), done->errorString(), dataOf(*done)};
    });
    QObject::connect(job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(wait.patience, &loop, &QEventLoop::quit);
    job->start();
    // As a rule a click that starts or stops the gateway would come into the middle of it.
    loop.exec(wait.input == Keychain::Input::Comes ? QEventLoop::AllEvents : QEventLoop::ExcludeUserInputEvents);
    return *outcome;
}

Result<void, Fault> resultOf(const Outcome &outcome)
{
    if (!outcome.hasCome || outcome.error != QKeychain::NoError)
        return Failure {faultOf(outcome)};
    return {};
}

// A locked keyring that nobody unlocks answers as if it had no keys.
bool isLocked()
{
    const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets/aliases/default"), properties, QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    question.setAutoStartService(false);
    constexpr int patience = 1000; // milliseconds
    const QDBusReply<QDBusVariant> answer = QDBusConnection::sessionBus().call(question, QDBus::Block, patience);
    return answer.isValid() && answer.value().variant().toBool();
}

// A keyring that was started anew does not know the session that libsecret, which QtKeychain loads, keeps for ever.
bool forgetSession()
{
    const auto disconnect =
        reinterpret_cast<void (*)()>(QLibrary::resolve(QStringLiteral("secret-1"), "secret_service_disconnect"));
    if (disconnect)
        disconnect();
    return disconnect != nullptr;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (std::string line = text.substr(begin, end - begin); isKeyName(line))
            lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

} // namespace

bool isKeyName(std::string_view name)
{
    constexpr std::size_t longest = 128;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("._-/").find(c) != std::string_view::npos;
    };
    return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), fits);
}

Keychain::Keychain(std::chrono::milliseconds patience, Input input)
    : m_patience(patience)
    , m_input(input)
{
}

Result<Secret, Fault> Keychain::read(const std::string &name) const
{
    Outcome outcome = run(new QKeychain::ReadPasswordJob(service()), name, {m_patience, m_input});
    if (outcome.error == QKeychain::OtherError && forgetSession())
        outcome = run(new QKeychain::ReadPasswordJob(service()), name, {m_patience, m_input});
    if (auto result = resultOf(outcome); !result) {
        const bool mayBeLocked = result.error().kind == Fault::Kind::Missing && isLocked();
        return Failure {mayBeLocked ? Fault {Fault::Kind::Locked, {}} : result.error()};
    }
    Secret secret(outcome.data.toStdString());
    outcome.data.fill('\0');
    return secret;
}

Result<void, Fault> Keychain::write(const std::string &name, const Secret &secret) const
{
    auto known = names();
    if (!known)
        return Failure {known.error()};
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setTextData(QString::fromStdString(secret.reveal()));
    if (auto written = resultOf(run(job, name, {m_patience, m_input})); !written)
        return written;
    if (std::find(known->begin(), known->end(), name) != known->end())
        return {};
    known->push_back(name);
    return writeNames(*known);
}

Result<void, Fault> Keychain::erase(const std::string &name) const
{
    // The Secret Service takes the removal of nothing for a success.
    if (const auto known = read(name); !known)
        return Failure {known.error()};
    if (auto erased = resultOf(run(new QKeychain::DeletePasswordJob(service()), name, {m_patience, m_input})); !erased)
        return erased;
    auto known = names();
    if (!known)
        return Failure {known.error()};
    std::erase(*known, name);
    return writeNames(*known);
}

Result<std::vector<std::string>, Fault> Keychain::names() const
{
    const auto text = read(std::string(index));
    if (!text && text.error().kind == Fault::Kind::Missing)
        return std::vector<std::string>();
    if (!text)
        return Failure {text.error()};
    return linesOf(text->reveal());
}

Result<void, Fault> Keychain::writeNames(const std::vector<std::string> &names) const
{
    std::vector<std::string> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    for (const std::string &name : sorted)
        text += name + "\n";
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setTextData(QString::fromStdString(text));
    return resultOf(run(job, std::string(index), {m_patience, m_input}));
}

KeychainReader Keychain::reader(std::chrono::milliseconds patience)
{
    return [patience](const std::string &name) { return Keychain(patience).read(name); };
}

} // namespace gatehouse::config
