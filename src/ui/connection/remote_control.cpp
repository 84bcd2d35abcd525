// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connection/remote_control.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

RemoteControl::RemoteControl(const QUrl &url, const QByteArray &adminKey, QObject *parent)
    : GatewayControl(parent)
    , m_url(url)
    , m_key(adminKey)
{
    m_client.setTarget(url, adminKey);
}

void RemoteControl::start()
{
    if (m_state != GatewayState::Stopped && m_state != GatewayState::Failed)
        return;
    enter(GatewayState::Starting);
    // Only an administrator is told it, and every Gatehouse has it: so it tells a wrong key and a wrong address apart.
    m_client.get(u"/traffic"_s, QUrlQuery(u"limit=1"_s), this, [this](const Answer &answer) { take(answer); });
}

void RemoteControl::take(const Answer &answer)
{
    if (m_state != GatewayState::Starting)
        return;
    if (answer.isOk() && answer.json.object().contains("data"_L1))
        return enter(GatewayState::Running);
    if (answer.isOk() || answer.status == 404)
        //: %1 is an address
        return enter(GatewayState::Failed, tr("What answers at %1 is no Gatehouse.").arg(m_url.authority()));
    enter(GatewayState::Failed, answer.problem);
}

void RemoteControl::stop()
{
    if (m_state != GatewayState::Stopped)
        enter(GatewayState::Stopped);
}

void RemoteControl::enter(GatewayState state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

QUrl gatewayUrl(const QString &typed)
{
    const QString text = typed.trimmed();
    QUrl url = QUrl(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return {};
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path == "/v1"_L1)
        path.clear(); // what SDKs are given
    url.setPath(path);
    return url;
}

} // namespace gatehouse::ui
