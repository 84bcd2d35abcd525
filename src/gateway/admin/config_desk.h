// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/config_check.h"
#include "gateway/admin/config_history.h"
#include "gateway/config/file_question.h"
#include "gateway/config/file_source.h"
#include "gateway/config/path.h"
#include "gateway/config/text_file.h"

#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::admin {

/// Where the configuration's file is read, edited and saved: one question after the other, on a thread of its own, so that
/// neither the disk nor a large file holds up a worker or the window, and no two changes meet. Owned by Gateway.
class ConfigDesk final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(config::FileAnswer)>;

    explicit ConfigDesk(config::FileSource source);
    ~ConfigDesk() override;
    /// What is asked while it does not run is not answered.
    void start();
    void stop();

    /// From any thread; \a done is called on the desk's.
    void ask(config::FileQuestion question, Done done);
    /// From any thread: what is in the file now, and whether it is in use.
    void note(config::FileReading reading);

private:
    /// The file as it is now.
    struct Present {
        std::string text, revision;
        config::FileState state;
    };
    struct Change {
        std::string text, how, by;
    };
    /// What is answered when a change is in use.
    struct Saved {
        std::string answer, problems, revision;
    };

    void onAsked(const config::FileQuestion &question, const Done &done);
    void onNoted(const config::FileReading &reading);
    void next();
    Present look();
    config::FileAnswer show();
    config::FileAnswer preview(const config::FileQuestion &question);
    void change(const config::FileQuestion &question, const Done &done);
    void undo(const config::FileQuestion &question, const Done &done);
    config::FileAnswer listVersions();
    config::FileAnswer showVersion(const std::string &revision);

    using Wanted = Result<std::string, config::FileAnswer>;
    Wanted textOf(const config::FileQuestion &question, const Present &present, bool isPreview) const;
    Wanted textAfter(std::string_view edits, const std::string &revision, const Present &present) const;
    config::FileAnswer conflict(const Present &present, const std::string &base, const std::vector<config::Path> &paths) const;
    void save(const Present &present, const Change &change, const Done &done);
    std::optional<config::FileAnswer> write(const Present &present, const Change &change);
    void apply(const Present &before, const Saved &saved, const Done &done);
    std::string putBack(const Present &before, const std::string &saved);
    std::vector<std::string> restartsFor(const std::string &text) const;

    config::FileSource m_source;
    ConfigHistory m_history;
    std::string m_inUse, m_startText;
    std::deque<std::function<void()>> m_waiting;
    bool m_isBusy = false; // a change waits to be in use
    QThread m_thread;
};

} // namespace gatehouse::admin
