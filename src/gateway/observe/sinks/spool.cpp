// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/spool.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::uint64_t fileBytes = 4 * 1024 * 1024;
constexpr std::uint64_t firstNumber = 1'000'000'000; // there is room for files before it
constexpr std::size_t headBytes = 4;
constexpr int digits = 20;

std::uint32_t lengthAt(const QByteArray &text, qsizetype at)
{
    std::uint32_t length = 0;
    for (int i = 0; i < int(headBytes); ++i)
        length |= std::uint32_t(static_cast<unsigned char>(text[at + i])) << (8 * i);
    return length;
}

} // namespace

Spool::Spool(std::string directory, std::uint64_t mostBytes)
    : m_directory(std::move(directory))
    , m_most(m_directory.empty() ? 0 : mostBytes)
{
    if (m_directory.empty())
        return;
    const QDir folder(QString::fromStdString(m_directory));
    const auto files = folder.entryInfoList({QStringLiteral("*.spool")}, QDir::Files, QDir::Name); // names have equal lengths
    for (const QFileInfo &file : files) {
        const auto number = file.baseName().toULongLong();
        if (number == 0)
            continue;
        m_files.push_back({number, static_cast<std::uint64_t>(file.size())});
        m_bytes += static_cast<std::uint64_t>(file.size());
    }
}

Spool::~Spool()
{
    close();
}

std::string Spool::pathOf(std::uint64_t number) const
{
    const std::string text = std::to_string(number);
    return m_directory + "/" + std::string(digits - std::min<std::size_t>(digits, text.size()), '0') + text + ".spool";
}

bool Spool::makeDirectory()
{
    const QString path = QString::fromStdString(m_directory);
    if (QDir(path).exists())
        return true;
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

bool Spool::open(std::uint64_t number)
{
    close();
    if (!makeDirectory())
        return false;
    m_descriptor = ::open(pathOf(number).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    return m_descriptor >= 0;
}

void Spool::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

bool Spool::write(std::string_view report)
{
    m_record.clear();
    for (std::size_t i = 0; i < headBytes; ++i)
        m_record += static_cast<char>((report.size() >> (8 * i)) & 0xff);
    m_record += report;
    const auto written = ::write(m_descriptor, m_record.data(), m_record.size());
    if (written == static_cast<ssize_t>(m_record.size()))
        return true;
    close(); // a torn record is the last of its file
    return false;
}

bool Spool::append(std::string_view report)
{
    const std::uint64_t size = report.size() + headBytes;
    if (m_bytes + size > m_most)
        return false;
    if (m_descriptor < 0 || m_files.empty() || m_files.back().bytes + size > fileBytes) {
        std::uint64_t number = m_files.empty() ? firstNumber : m_files.back().number + 1;
        for (const File &file : m_loaded)
            number = std::max(number, file.number + 1);
        if (!open(number))
            return false;
        m_files.push_back({number, 0});
    }
    if (!write(report))
        return false;
    m_files.back().bytes += size;
    m_bytes += size;
    return true;
}

std::vector<std::string> Spool::load()
{
    std::vector<std::string> reports;
    if (m_files.empty())
        return reports;
    const File oldest = m_files.front();
    m_files.pop_front();
    if (m_files.empty())
        close();
    m_loaded.push_back(oldest);
    QFile file(QString::fromStdString(pathOf(oldest.number)));
    if (!file.open(QIODevice::ReadOnly))
        return reports;
    const QByteArray text = file.readAll();
    for (qsizetype at = 0; at + qsizetype(headBytes) <= text.size();) {
        const auto length = qsizetype(lengthAt(text, at));
        at += qsizetype(headBytes);
        if (length > text.size() - at)
            break;
        reports.emplace_back(text.constData() + at, static_cast<std::size_t>(length));
        at += length;
    }
    return reports;
}

void Spool::remove(const File &file)
{
    ::unlink(pathOf(file.number).c_str());
    m_bytes -= std::min(m_bytes, file.bytes);
}

void Spool::release()
{
    for (const File &file : m_loaded)
        remove(file);
    m_loaded.clear();
}

std::size_t Spool::putBack(const std::deque<std::string> &reports)
{
    std::uint64_t first = m_files.empty() ? firstNumber : m_files.front().number;
    for (const File &file : m_loaded)
        first = std::min(first, file.number);
    const auto loaded = std::exchange(m_loaded, {});
    std::size_t kept = 0;
    if (!reports.empty() && m_most > 0 && open(first - 1)) {
        std::uint64_t bytes = 0;
        for (; kept < reports.size() && write(reports[kept]); ++kept)
            bytes += reports[kept].size() + headBytes;
        m_files.push_front({first - 1, bytes});
        m_bytes += bytes;
        close();
    }
    for (const File &file : loaded)
        remove(file);
    return reports.size() - kept;
}

} // namespace gatehouse::observe::sinks
