// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/secret_prompt.h"

#include "gateway/config/secret_file.h"

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace gatehouse::app {

namespace {

constexpr std::size_t longest = std::size_t(64) * 1024;

/// The terminal does not show what is typed while this lives.
class Unseen
{
public:
    Unseen()
    {
        m_isChanged = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isChanged)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (!m_isChanged)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    termios m_before {};
    bool m_isChanged = false;
};

// Up to the end of the input, or of the line.
std::string readText(bool isLine)
{
    std::string text;
    text.reserve(longest + 1); // or growing would leave copies behind
    for (int c = std::getchar(); c != EOF && text.size() <= longest; c = std::getchar()) {
        if (isLine && c == '\n')
            break;
        text += static_cast<char>(c);
    }
    return text;
}

} // namespace

Result<Secret, std::string> askForSecret(const std::string &question)
{
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1;
    std::setvbuf(stdin, nullptr, _IONBF, 0); // no copy in a buffer that nobody wipes
    std::string text;
    if (isTerminal) {
        const Unseen unseen; // before the question, for whoever types ahead of it
        std::fprintf(stderr, "%s", question.c_str());
        text = readText(true);
    } else {
        text = readText(false);
    }
    config::dropLineBreak(text);
    Secret secret(std::move(text));
    if (secret.isEmpty())
        return Failure {std::string("nothing was given, so nothing was changed")};
    if (secret.reveal().size() > longest)
        return Failure {std::string("that is longer than 64 KiB, which no secret is")};
    if (secret.reveal().find('\0') != std::string::npos)
        return Failure {std::string("that holds a byte 0, which no secret does")};
    return secret;
}

} // namespace gatehouse::app
