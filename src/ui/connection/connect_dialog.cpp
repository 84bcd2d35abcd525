// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connection/connect_dialog.h"

#include "ui/connection/connections.h"
#include "ui/connection/remote_control.h"
#include "ui/widgets/secret_line.h"

#include <QHostAddress>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

bool isPlainAndFar(const QUrl &url)
{
    return url.scheme() == "http"_L1 && url.host() != "localhost"_L1 && !QHostAddress(url.host()).isLoopback();
}

} // namespace

ConnectDialog::ConnectDialog(Connections &connections, const QUrl &known, QWidget *parent)
    : FormDialog(tr("Connect to a gateway"), tr("Connect"), parent)
    , m_connections(connections)
    , m_address(new QLineEdit(known.toString()))
    , m_key(makeSecretLine())
{
    m_address->setPlaceholderText(u"https://gateway.example:4000"_s);
    addField(tr("Address"), m_address, tr("The base URL that clients use, with or without /v1."));
    addField(tr("Admin key"), m_key, tr("Its master key, or the key of a proxy admin. It is kept in this computer's keychain."));
    connect(this, &FormDialog::submitted, this, &ConnectDialog::submit);
    (known.isValid() ? m_key : m_address)->setFocus();
}

void ConnectDialog::submit()
{
    const QUrl url = gatewayUrl(m_address->text());
    if (!url.isValid())
        return setProblem(tr("This is no address. It looks like https://gateway.example:4000"));
    if (isPlainAndFar(url) && !m_key->text().isEmpty() && !property("warned").toBool()) {
        setProperty("warned", true);
        return setProblem(
            tr("Without https the key crosses the network in clear. Press Connect again if that network is yours."));
    }
    m_connections.add(url, m_key->text().toUtf8());
    forgetSecret(*m_key);
    accept();
}

} // namespace gatehouse::ui
