// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/traffic_export.h"

#include "ui/background.h"
#include "ui/session.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostBytes = 256 * 1024 * 1024;

/// On a thread of the pool. Returns what went wrong. For its owner alone: it may hold what people said.
QString writeList(const QString &path, const QList<QByteArray> &parts)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write("[");
    for (qsizetype at = 0; at < parts.size(); ++at) {
        file.write(at == 0 ? "\n" : ",\n");
        file.write(parts[at]);
    }
    file.write("\n]\n");
    return file.commit() ? QString() : file.errorString();
}

} // namespace

TrafficExport::TrafficExport(Session &session, const QList<qint64> &ids, const QString &file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_ids(ids.mid(0, mostRequests))
    , m_file(file)
{
}

void TrafficExport::next()
{
    if (m_ids.isEmpty())
        return write();
    m_session.client().getRaw(
        u"/traffic/%1"_s.arg(m_ids.takeFirst()), this, [this](const Answer &answer, const QByteArray &body) {
            if (answer.isOk())
                m_parts.append(body);
            else if (answer.kind == Answer::Kind::Cancelled)
                return fail(tr("The window went to another gateway."));
            else if (answer.status != 404) // what nobody remembers is left out
                return fail(answer.problem);
            m_bytes += body.size();
            if (m_bytes > mostBytes)
                return fail(tr("The selected requests are larger than 256 MB together. Select fewer of them."));
            next();
        });
}

void TrafficExport::fail(const QString &problem)
{
    Q_EMIT finished(0, problem);
    deleteLater();
}

void TrafficExport::write()
{
    const auto done = [this, written = int(m_parts.size())](const QString &problem) {
        Q_EMIT finished(problem.isEmpty() ? written : 0, problem);
        deleteLater();
    };
    inBackground(
        this, [file = m_file, parts = m_parts] { return writeList(file, parts); }, done);
}

} // namespace gatehouse::ui
