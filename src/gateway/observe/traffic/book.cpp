// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/book.h"

#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/packing.h"

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
    Remembered exchange {takePast(capture)};
    const bool isForDisk = wantsOnDisk(*exchange.past.receipt);
    if (isForDisk || !m_settings.messages) {
        auto record = std::make_shared<const Record>(recordOf(exchange.past, !m_settings.messages));
        if (isForDisk)
            keep(*record);
        if (!m_settings.messages)
            exchange.hide(std::move(record));
    }
    m_bytes += exchange.bytes();
    m_records.push_back(std::move(exchange));
    trim();
}

// What was said is not even remembered.
void Book::Remembered::hide(std::shared_ptr<const Record> record)
{
    past.tape = {};
    hidden = std::move(record);
}

bool Book::wantsOnDisk(const Receipt &receipt) const
{
    const bool isWanted =
        m_settings.onDisk == Keep::All || (m_settings.onDisk == Keep::Errors && receipt.outcome != Outcome::Completed);
    return isWanted && m_disk.isOpen();
}

void Book::keep(const Record &record)
{
    const std::string row = rowJson(*record.receipt);
    Document document = documentOf(record);
    document.json += '}';
    std::string table;
    m_disk.write(record.receipt->callId, row, packed(document, table));
}

void Book::trim()
{
    while (!m_records.empty() && m_bytes > m_settings.memoryBytes) {
        m_bytes -= m_records.front().bytes();
        m_records.pop_front();
    }
}

// What was remembered with its messages may be asked for when they are to be hidden.
std::shared_ptr<const Record> Book::shown(const Remembered &exchange) const
{
    return exchange.hidden ? exchange.hidden : std::make_shared<const Record>(recordOf(exchange.past, !m_settings.messages));
}

std::shared_ptr<const Record> Book::find(std::string_view id) const
{
    const std::uint64_t number = numberOf(id);
    const auto isIt = [&](const Remembered &each) {
        const Receipt &receipt = *each.past.receipt;
        return receipt.callId == id || (number && receipt.id == number);
    };
    const auto found = std::find_if(m_records.rbegin(), m_records.rend(), isIt);
    return found == m_records.rend() ? nullptr : shown(*found);
}

Result<std::string> Book::findOnDisk(std::string_view callId) const
{
    const auto kept = m_disk.find(callId);
    if (!kept)
        return Failure {kept.error()};
    const auto document = unpacked(kept->row, kept->document);
    if (!document)
        return Failure {Error {Fault::Internal, "what was kept of that exchange cannot be read: its file is damaged"}};
    return jsonOf(kept->row, *document);
}

std::vector<std::shared_ptr<const Record>> Book::before(const Receipt &receipt, std::size_t most) const
{
    std::vector<std::shared_ptr<const Record>> earlier;
    for (auto each = m_records.rbegin(); each != m_records.rend() && earlier.size() < most; ++each) {
        const Receipt &other = *each->past.receipt;
        if (other.startedAt < receipt.startedAt && other.callId != receipt.callId && isSameConversation(other, receipt))
            earlier.push_back(shown(*each));
    }
    return earlier;
}

} // namespace gatehouse::observe::traffic
