// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString ownDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
}

/// A word of the Exec key: quoted, with what the specification wants escaped.
QString execWord(const QString &word)
{
    QString escaped;
    for (const QChar c : word) {
        if (u"\"`$\\"_s.contains(c))
            escaped += u'\\';
        escaped += c == u'%' ? u"%%"_s : QString(c);
    }
    // Backslashes are escaped once more, as in every string of such a file.
    return u'"' + escaped.replace(u'\\', u"\\\\"_s) + u'"';
}

} // namespace

Autostart::Autostart(const QString &directory, const QString &program)
    : m_file((directory.isEmpty() ? ownDirectory() : directory) + u"/io.gatehouse.Gatehouse.desktop"_s)
    , m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : program)
{
}

bool Autostart::isOn() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) && !file.readAll().contains("Hidden=true");
}

QString Autostart::setOn(bool on) const
{
    const auto failed = [this](const QString &why) {
        //: %1 is a file, %2 what the system says
        return QCoreApplication::translate("Autostart", "%1 cannot be changed: %2").arg(m_file, why);
    };
    if (!on) {
        QFile file(m_file);
        return !file.exists() || file.remove() ? QString() : failed(file.errorString());
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QString text = u"[Desktop Entry]\nType=Application\nVersion=1.5\nName=Gatehouse\nIcon=io.gatehouse.Gatehouse\n"
                         "Terminal=false\nX-GNOME-Autostart-enabled=true\nExec="_s
        + execWord(m_program) + u" --minimized\n"_s;
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace gatehouse::ui
