// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/book.h"

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
    if (!m_settings.messages) {
        auto record = std::make_shared<const Record>(recordOf(exchange.past, true));
        if (isForDisk)
            keep(*record);
        exchange.hide(std::move(record));
    } else if (isForDisk) {
        keep(exchange.past);
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

// Mostly nothing has to be taken out but what is known to be a credential by its place, and then the tape is written as it is.
void Book::keep(const Past &past)
{
    if (const auto tape = m_cleaner.clean(past.tape))
        return write({*past.receipt, past.door, false, past.tape.stations()}, *tape);
    keep(recordOf(past, false));
}

void Book::keep(const Record &record)
{
    const Tape tape = tapeOf(record.wires);
    const std::string_view text = tape.text();
    write({*record.receipt, record.door, record.isHidden, tape.stations()}, TapeCleaner::Parts(&text, 1));
}

void Book::write(const CoverText &cover, TapeCleaner::Parts tape)
{
    m_cover.clear();
    appendCover(m_cover, cover);
    m_disk.write(cover.receipt.callId, m_cover, tape);
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

Result<Record> Book::findOnDisk(std::string_view callId) const
{
    constexpr std::uint64_t mostBytes = std::uint64_t(256) * 1024 * 1024;
    auto kept = m_disk.find(callId);
    if (!kept)
        return Failure {kept.error()};
    auto cover = coverFrom(kept->row);
    if (!cover)
        return Failure {Error {Fault::Internal, std::string(Disk::damaged)}};
    Passed passed = Tape(std::move(kept->document), std::move(cover->stations)).play(mostBytes);
    if (!passed.isWhole)
        return Failure {Error {Fault::Internal, std::string(Disk::damaged)}};
    Record record {std::move(cover->receipt), std::move(passed.wires), std::move(cover->door), true};
    record.isHidden = cover->isHidden;
    return record;
}

std::vector<std::shared_ptr<const Receipt>> Book::newestOnDisk(std::size_t limit) const
{
    std::vector<std::shared_ptr<const Receipt>> receipts;
    for (const std::string &row : m_disk.newest(limit)) {
        if (auto cover = coverFrom(row))
            receipts.push_back(std::move(cover->receipt));
    }
    return receipts;
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
