// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/text_file.h"

#include <QFile>
#include <QFileInfo>

namespace gatehouse::providers {

namespace {

constexpr qint64 largest = 1024 * 1024;

} // namespace

Result<std::string, std::string> readTextFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    if (QFileInfo(name).exists() && !QFileInfo(name).isFile()) // a pipe would keep its reader waiting
        return Failure<std::string> {"it is not a file"};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Failure<std::string> {file.errorString().toStdString()};
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return Failure<std::string> {"it is larger than 1 MiB"};
    std::string text = bytes.toStdString();
    text.resize(text.find_last_not_of(" \t\r\n") + 1); // npos + 1 is 0
    return text;
}

} // namespace gatehouse::providers
