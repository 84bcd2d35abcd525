// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/management.h"

#include "gateway/admin/answers.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QObject>

namespace gatehouse::admin {

namespace {

struct Answer {
    int status = 200;
    std::string json = {};
};

constexpr int unprocessableStatus = 422;

Answer answerOf(const Result<std::string> &result)
{
    if (result)
        return {200, *result};
    const Error &error = result.error();
    if (!error.detail.empty())
        return {error.httpStatus(), "{\"detail\":" + error.detail + "}"};
    return {error.httpStatus(), translate::errorBody(error, Dialect::OpenAiChat)};
}

Result<QJsonObject> bodyOf(wire::Request &request)
{
    const bool isEmpty = request.body.find_first_not_of(" \r\n\t") == std::string::npos;
    if (isEmpty || request.method == wire::Method::Get)
        return QJsonObject();
    constexpr std::size_t most = 1U << 20U; // what is administered is held in memory
    if (request.body.size() > most)
        return Failure {Error {Fault::RequestTooLarge, "the body is larger than 1 MiB, which is all that a record may have"}};
    const auto parsed = wire::JsonObject::parse(std::exchange(request.body, {}));
    if (!parsed)
        return Failure {parsed.error()};
    const std::string_view text = parsed->text();
    const auto whole = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!whole.isObject()) // nested too deeply, for example
        return Failure {Error {Fault::InvalidRequest, "the body cannot be read as JSON: it is nested too deeply, or no JSON"}};
    return whole.object();
}

Result<std::shared_ptr<const Asked>> askedBy(pipeline::Context &context, pipeline::Inbound &inbound)
{
    auto body = bodyOf(inbound.request);
    if (!body)
        return Failure {body.error()};
    return std::make_shared<const Asked>(Asked {inbound.identity.caller, context.snapshot, context.shared.ledger,
        std::move(inbound.request), inbound.pathModel, std::move(*body), context.clock.wall(), context.clock.now()});
}

/// Carries an answer from the store's thread to the worker that waits for it. Nobody needs to wait any more when it comes.
class Messenger final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void come(int status, const QByteArray &json);
};

/// An endpoint's reply, until its change is kept. Lives on one worker's thread and deletes itself.
class Waiting final : public QObject, public pipeline::Life, private wire::ReplyListener
{
    Q_OBJECT
public:
    Waiting(pipeline::Context &context, pipeline::Inbound inbound)
        : m_context(context)
        , m_inbound(std::move(inbound))
    {
        context.enter(*this);
        m_inbound.reply->listen(this);
    }
    ~Waiting() override
    {
        if (m_inbound.reply)
            m_inbound.reply->listen(nullptr);
    }

    void onAnswer(int status, const QByteArray &json)
    {
        if (m_ended)
            return;
        answerJson(m_inbound, json.toStdString(), status);
        end();
    }
    void shutDown() override
    {
        const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
        onAnswer(stopping.httpStatus(), QByteArray::fromStdString(translate::errorBody(stopping, Dialect::OpenAiChat)));
    }

private:
    void onClientGone() override { end(); }
    void onClientDrained() override { }
    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        m_inbound.reply->listen(nullptr);
        m_context.leave(*this);
        deleteLater();
    }

    pipeline::Context &m_context;
    pipeline::Inbound m_inbound;
    bool m_ended = false;
};

} // namespace

std::string Asked::changedBy() const
{
    const std::string_view said = request.headers.value("litellm-changed-by");
    return said.empty() ? caller->userId() : std::string(said);
}

void beginLook(pipeline::Context &context, pipeline::Inbound inbound, Operation operation)
{
    const auto asked = askedBy(context, inbound);
    people::Draft draft(context.shared.directory);
    const Answer answer = answerOf(asked ? operation(draft, **asked) : Result<std::string>(Failure {asked.error()}));
    answerJson(inbound, answer.json, answer.status);
}

void beginEdit(pipeline::Context &context, pipeline::Inbound inbound, Operation operation, Holds holds)
{
    const auto asked = askedBy(context, inbound);
    if (!asked) {
        const Answer answer = answerOf(Failure {asked.error()});
        return answerJson(inbound, answer.json, answer.status);
    }
    auto *waiting = new Waiting(context, std::move(inbound));
    const auto messenger = std::make_shared<Messenger>();
    QObject::connect(messenger.get(), &Messenger::come, waiting, &Waiting::onAnswer, Qt::QueuedConnection);
    store::Edit edit;
    edit.make = [asked = *asked, operation](people::Draft &draft) { return operation(draft, *asked); };
    edit.author = {(*asked)->changedBy(), (*asked)->caller->who->token};
    const auto tell = [messenger](const Result<std::string> &result) {
        const Answer answer = answerOf(result);
        Q_EMIT messenger->come(answer.status, QByteArray::fromStdString(answer.json));
    };
    edit.done = [tell, holds, &apply = context.shared.applyStored](const Result<std::string> &kept) {
        if (!kept || holds == Holds::WhenKept || !apply)
            return tell(kept);
        apply([tell, kept](const Result<> &applied) {
            tell(applied ? kept : Result<std::string>(refusal(applied.error().httpStatus(), applied.error().message)));
        });
    };
    context.shared.keeper.change(std::move(edit));
}

void beginQuestion(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question)
{
    auto *waiting = new Waiting(context, std::move(inbound));
    const auto messenger = std::make_shared<Messenger>();
    QObject::connect(messenger.get(), &Messenger::come, waiting, &Waiting::onAnswer, Qt::QueuedConnection);
    context.shared.keeper.ask(std::move(question), [messenger](const Result<std::string> &result) {
        const Answer answer = answerOf(result);
        Q_EMIT messenger->come(answer.status, QByteArray::fromStdString(answer.json));
    });
}

Failure<Error> refusal(int status, const std::string &message, std::string type, std::string param)
{
    return {Error {Fault::InvalidRequest, "{'error': '" + message + "'}", status, std::move(type), std::move(param)}};
}

Failure<Error> plainRefusal(int status, const QJsonValue &detail)
{
    const QString said = detail.isObject() ? detail.toObject().value(QStringLiteral("error")).toString() : detail.toString();
    const std::string list = people::jsonOf(QJsonArray {detail});
    return {Error {Fault::InvalidRequest, said.toStdString(), status, {}, {}, list.substr(1, list.size() - 2)}};
}

Failure<Error> spokenRefusal(int status, std::string message, std::string type, std::string param)
{
    return {Error {Fault::InvalidRequest, std::move(message), status, std::move(type), std::move(param)}};
}

Failure<Error> unprocessable(const QJsonArray &complaints)
{
    return {Error {
        Fault::InvalidRequest, "the body is not what it has to be", unprocessableStatus, {}, {}, people::jsonOf(complaints)}};
}

Failure<Error> missingMember(const char *name)
{
    return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("missing")},
        {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QLatin1String(name)}},
        {QStringLiteral("msg"), QStringLiteral("Field required")}, {QStringLiteral("input"), QJsonValue()}}});
}

Result<> checkTypes(people::Kind kind, const QJsonObject &body)
{
    const QJsonArray wrong = people::complaints(kind, body);
    return wrong.isEmpty() ? Result<> {} : Result<>(unprocessable(wrong));
}

} // namespace gatehouse::admin

#include "management.moc"
