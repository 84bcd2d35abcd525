// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/file_desk.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t megabyte = 1024 * 1024;
constexpr std::size_t mostKept = 32, mostKeptBytes = 32 * megabyte, largestKept = 8 * megabyte;
constexpr std::size_t mostUnderWay = 256 * megabyte;
constexpr std::chrono::minutes keptFor {10};

} // namespace

FileDesk::FileDesk(upstream::Client &client, const Clock &clock)
    : m_client(client)
    , m_clock(clock)
{
}

FileDesk::File FileDesk::find(std::string_view url)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &each) { return each.url == url; });
    if (found == m_kept.end())
        return {};
    if (found->until <= m_clock.now()) {
        drop(found);
        return {};
    }
    m_kept.splice(m_kept.begin(), m_kept, found);
    return found->file;
}

void FileDesk::keep(std::string url, File file, std::uint64_t generation)
{
    const std::size_t size = file->data.size();
    if (generation != m_generation || size > largestKept || find(url))
        return;
    m_keptBytes += size;
    m_kept.push_front({std::move(url), std::move(file), m_clock.now() + keptFor});
    while (m_kept.size() > mostKept || m_keptBytes > mostKeptBytes)
        drop(std::prev(m_kept.end()));
}

void FileDesk::drop(std::list<Kept>::iterator which)
{
    m_keptBytes -= which->file->data.size();
    m_kept.erase(which);
}

void FileDesk::forget()
{
    ++m_generation;
    m_kept.clear();
    m_keptBytes = 0;
}

bool FileDesk::take(std::size_t bytes)
{
    if (m_underWay + bytes > mostUnderWay)
        return false;
    m_underWay += bytes;
    return true;
}

} // namespace gatehouse::pipeline
