// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "chat_body.h"

namespace bench {
namespace {

const char *const question =
    R"(Here is the function once more, with the \"fast path\" you proposed:\n\n```cpp\nfor (auto &row : table) {\n    )"
    R"(if (row.key == wanted)\n        return row;\n}\n```\n\nIt still walks the whole table when the key is missing. Könnten wir nicht )"
    R"(einfach sortieren? — the list never changes after start, and 二分探索 would do. What do you think about memory, and what )"
    R"(happens when two rows share a key? Please keep the answer short and show only what changes.\n)";
const char *const answer =
    R"(Sorting once at start is the right trade: the table is built in one place and read everywhere.\n\n1. Keep the rows in a )"
    R"(`std::vector`, sorted by key; a lookup is then `std::lower_bound`.\n2. Two rows with one key are a mistake in the table, so say so )"
    R"(at start: `Q_ASSERT(std::adjacent_find(…) == end)`.\n3. Memory stays as it is. A hash map would cost about 40 bytes for each row and )"
    R"(win nothing below a thousand of them.\n\nThe only line that changes is the loop; everything that calls it stays.\n)";

std::string turn(const char *role, const char *text, int times)
{
    std::string content;
    for (int i = 0; i < times; ++i)
        content += text;
    return std::string(R"({"role":")") + role + R"(","content":")" + content + "\"}";
}

} // namespace

std::string chatBody(const std::string &model, std::size_t bytes, bool stream)
{
    std::string body = R"({"model":")" + model + R"(","messages":[{"role":"system","content":"You answer briefly."})";
    const std::string user = ',' + turn("user", question, 3);
    const std::string assistant = ',' + turn("assistant", answer, 3);
    while (body.size() + user.size() + assistant.size() < bytes)
        body += user + assistant;
    body +=
        R"(,{"role":"user","content":"And what would you name it? One word, and one sentence why."}],"temperature":0.7,"max_tokens":256)";
    body += stream ? ",\"stream\":true}" : "}";
    return body;
}

} // namespace bench
