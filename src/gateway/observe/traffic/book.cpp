// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/book.h"

#include "gateway/observe/receipt_text.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

std::uint64_t numberOf(std::string_view id)
{
    std::uint64_t number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    return read.ec == std::errc() && read.ptr == id.data() + id.size() ? number : 0;
}

} // namespace

void Book::configure(const Settings &settings)
{
    m_settings = settings;
    trim();
    useDisk();
}

void Book::setDirectory(std::string directory, Disk::Say say)
{
    m_directory = std::move(directory);
    m_say = std::move(say);
    useDisk();
}

// What was kept stays readable when nothing more is.
void Book::useDisk()
{
    std::error_code none;
    const bool isWanted = m_settings.onDisk != Keep::Off || std::filesystem::exists(m_directory, none);
    if (m_directory.empty() || !isWanted)
        return;
    if (m_disk.isOpen())
        m_disk.setBudget(m_settings.diskBytes);
    else
        m_disk.open(m_directory, m_settings.diskBytes, m_say);
}

void Book::add(Capture &capture)
{
    if (!capture.keepsWires())
        return;
    Record taken = takeRecord(capture);
    auto record = std::make_shared<const Record>(m_settings.messages ? std::move(taken) : cleaned(taken, true));
    if (isForDisk(*record->receipt))
        keep(cleaned(*record, !m_settings.messages));
    m_bytes += record->size();
    m_records.push_back(std::move(record));
    trim();
}

bool Book::isForDisk(const Receipt &receipt) const
{
    const bool isWanted =
        m_settings.onDisk == Keep::All || (m_settings.onDisk == Keep::Errors && receipt.outcome != Outcome::Completed);
    return isWanted && m_disk.isOpen();
}

void Book::keep(const Record &record)
{
    m_disk.write(record.receipt->callId, rowJson(*record.receipt), openRecordJson(record) + "}");
}

void Book::trim()
{
    while (!m_records.empty() && m_bytes > m_settings.memoryBytes) {
        m_bytes -= m_records.front()->size();
        m_records.pop_front();
    }
}

// What was remembered with its messages may be asked for when they are to be hidden.
std::shared_ptr<const Record> Book::shown(const std::shared_ptr<const Record> &record) const
{
    if (record->isHidden) // and redacted with it
        return record;
    return std::make_shared<const Record>(cleaned(*record, !m_settings.messages));
}

std::shared_ptr<const Record> Book::find(std::string_view id) const
{
    const std::uint64_t number = numberOf(id);
    const auto isIt = [&](const auto &each) { return each->receipt->callId == id || (number && each->receipt->id == number); };
    const auto found = std::find_if(m_records.rbegin(), m_records.rend(), isIt);
    return found == m_records.rend() ? nullptr : shown(*found);
}

std::vector<std::shared_ptr<const Record>> Book::before(const Receipt &receipt, std::size_t most) const
{
    std::vector<std::shared_ptr<const Record>> earlier;
    for (auto each = m_records.rbegin(); each != m_records.rend() && earlier.size() < most; ++each) {
        const Receipt &other = *(*each)->receipt;
        if (other.startedAt < receipt.startedAt && other.callId != receipt.callId && isSameConversation(other, receipt))
            earlier.push_back(shown(*each));
    }
    return earlier;
}

} // namespace gatehouse::observe::traffic
