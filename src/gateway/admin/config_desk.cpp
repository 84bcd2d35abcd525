// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_desk.h"

#include "gateway/admin/config_json.h"
#include "gateway/config/edit.h"
#include "gateway/config/restart.h"
#include "gateway/config/secrecy.h"
#include "gateway/config/yaml.h"
#include "gateway/people/fields.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <filesystem>

namespace gatehouse::admin {

namespace {

using config::FileAnswer;
using config::FileQuestion;
using wire::JsonWriter;

void writeVersion(JsonWriter &json, const ConfigVersion &version)
{
    json.key("revision").string(version.revision).key("at").string(people::isoTime(version.at));
    json.key("by").stringOrNull(asUtf8(version.by)).key("how").string(version.how).key("summary").string(asUtf8(version.summary));
}

std::string absoluteIn(const std::string &file, const std::string &path)
{
    return (std::filesystem::path(file).parent_path() / path).lexically_normal().string();
}

FileAnswer noMember(const std::string &name, const std::string &what)
{
    return refused(400, "'" + name + "' is missing: " + what, name);
}

} // namespace

ConfigDesk::ConfigDesk(config::FileSource source)
    : m_source(std::move(source))
{
    m_thread.setObjectName(QStringLiteral("config desk"));
    moveToThread(&m_thread);
}

ConfigDesk::~ConfigDesk()
{
    stop();
}

void ConfigDesk::start()
{
    m_thread.start();
}

void ConfigDesk::stop()
{
    m_thread.quit();
    m_thread.wait();
}

void ConfigDesk::ask(FileQuestion question, Done done)
{
    QMetaObject::invokeMethod(
        this,
        [this, question = std::move(question), done = std::move(done)] {
            m_waiting.emplace_back([this, question, done] { onAsked(question, done); });
            next();
        },
        Qt::QueuedConnection);
}

void ConfigDesk::note(config::FileReading reading)
{
    QMetaObject::invokeMethod(
        this, [this, reading = std::move(reading)] { onNoted(reading); }, Qt::QueuedConnection);
}

void ConfigDesk::next()
{
    while (!m_isBusy && !m_waiting.empty()) {
        const auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        job();
    }
}

void ConfigDesk::onAsked(const FileQuestion &question, const Done &done)
{
    switch (question.kind) {
    case FileQuestion::Kind::Show: return done(show());
    case FileQuestion::Kind::Preview: return done(preview(question));
    case FileQuestion::Kind::Change: return change(question, done);
    case FileQuestion::Kind::ListVersions: return done(listVersions());
    case FileQuestion::Kind::ShowVersion: return done(showVersion(question.revision));
    case FileQuestion::Kind::Undo: return undo(question, done);
    }
}

void ConfigDesk::onNoted(const config::FileReading &reading)
{
    const std::string revision = reading.isFile ? config::revisionOf(reading.text) : std::string(config::noRevision);
    if (reading.isStart)
        m_startText = reading.text;
    if (reading.isInUse)
        m_inUse = revision;
    m_history.add({revision, reading.text, Clock().wall(), {}, reading.isStart ? "start" : "disk"});
}

ConfigDesk::Present ConfigDesk::look()
{
    Present present {{}, std::string(config::noRevision), {}};
    if (m_source.path.empty())
        return present;
    present.state = config::stateOf(m_source.path);
    if (!present.state.exists) {
        present.text = m_inUse == config::noRevision ? m_source.demo : std::string();
        return present;
    }
    auto text = config::readText(m_source.path);
    if (!text) {
        present.state.isWritable = false;
        present.state.whyNot = "it cannot be read: " + text.error();
        return present;
    }
    present.revision = config::revisionOf(*text);
    present.text = std::move(*text);
    m_history.add({present.revision, present.text, Clock().wall(), {}, "disk"});
    return present;
}

FileAnswer ConfigDesk::show()
{
    const Present present = look();
    const ConfigCheck check = checkConfig(present.text, m_source);
    std::vector<std::string> includes;
    for (const std::string &include : check.includes)
        includes.push_back(asUtf8(absoluteIn(m_source.path, include)));
    const bool isWritable = !m_source.path.empty() && present.state.isWritable;
    JsonWriter json;
    json.beginObject().key("path").string(asUtf8(m_source.path)).key("exists").boolean(present.state.exists);
    json.key("writable").boolean(isWritable);
    json.key("why_not_writable")
        .stringOrNull(m_source.path.empty() ? "the configuration is the command line's" : present.state.whyNot);
    json.key("demo").boolean(!m_source.path.empty() && !present.state.exists && m_inUse == config::noRevision);
    json.key("text").string(asUtf8(present.text)).key("revision").string(present.revision).key("in_use").string(m_inUse);
    json.key("modified_at").stringOrNull(present.state.exists ? people::isoTime(present.state.modified) : std::string());
    json.key("problems").raw(problemsJson(check.said, present.text, m_source.path));
    json.key("includes").raw(listJson(includes)).endObject();
    return {200, json.take()};
}

// The text that a question asks for, or the answer that refuses it.
ConfigDesk::Wanted ConfigDesk::textOf(const FileQuestion &question, const Present &present, bool isPreview) const
{
    const auto body = wire::JsonObject::parse(question.body);
    if (!body)
        return Failure {refused(400, body.error().message)};
    const std::string revision = wire::jsonString(body->find("revision")).value_or("");
    if (body->has("edits"))
        return textAfter(body->find("edits"), revision, present);
    auto text = wire::jsonString(body->find("text"));
    if (!text)
        return Failure {noMember("text", "send the file's whole text, or edits")};
    if (text->size() > config::fileLimit)
        return Failure {refused(413, "the text is larger than 16 MiB; split it with 'include'", "text")};
    if (revision.empty() && !isPreview)
        return Failure {noMember("revision", "say which text was edited, so that nobody's change is lost")};
    if (revision != present.revision && !isPreview)
        return Failure {conflict(present, revision, {})};
    return std::move(*text);
}

ConfigDesk::Wanted ConfigDesk::textAfter(std::string_view json, const std::string &revision, const Present &present) const
{
    const auto refuse = [](const config::EditFailure &failure) {
        const std::string param = failure.index ? "edits[" + std::to_string(*failure.index) + "]" : "edits";
        return Failure {refused(400, asUtf8(failure.message), param)};
    };
    const auto edits = config::editsFromJson(json);
    if (!edits)
        return refuse(edits.error());
    if (revision.empty() || revision == present.revision) {
        auto text = config::edited(present.text, *edits);
        return text ? Wanted(std::move(*text)) : Wanted(refuse(text.error()));
    }
    const ConfigVersion *base = m_history.find(revision);
    if (!base)
        return Failure {conflict(present, revision, {})};
    auto merged = config::mergedEdits(base->text, present.text, *edits);
    if (!merged)
        return refuse(merged.error());
    if (!merged->conflicts.empty())
        return Failure {conflict(present, revision, merged->conflicts)};
    return std::move(merged->text);
}

FileAnswer ConfigDesk::conflict(const Present &present, const std::string &base, const std::vector<config::Path> &paths) const
{
    const ConfigVersion *known = m_history.find(base);
    std::string message = "the file has changed since it was read; nothing was saved";
    JsonWriter json;
    json.beginObject().key("revision").string(present.revision).key("text").string(asUtf8(present.text));
    json.key("diff").raw(known ? diffJson(known->text, present.text) : "null").key("paths").beginArray();
    for (const config::Path &path : paths) {
        json.raw(asUtf8(config::pathJson(path)));
        message += (path == paths.front() ? ": both have changed " : ", ") + asUtf8(config::safeName(config::toString(path)));
    }
    json.endArray().endObject();
    return refused(409, message, "revision", "\"conflict\":" + json.take());
}

FileAnswer ConfigDesk::preview(const FileQuestion &question)
{
    const Present present = look();
    const auto text = textOf(question, present, true);
    if (!text)
        return text.error();
    const auto body = wire::JsonObject::parse(question.body);
    const std::string revision = wire::jsonString(body->find("revision")).value_or(present.revision);
    JsonWriter json;
    json.beginObject().key("text").string(*text).key("revision").string(config::revisionOf(*text));
    json.key("revision_of_base").string(present.revision).key("diff").raw(diffJson(present.text, *text));
    json.key("problems").raw(problemsJson(checkConfig(*text, m_source).said, *text, m_source.path));
    json.key("changes_nothing").boolean(*text == present.text).key("is_current").boolean(revision == present.revision);
    json.key("needs_restart").raw(listJson(restartsFor(*text))).endObject();
    return {200, json.take()};
}

void ConfigDesk::change(const FileQuestion &question, const Done &done)
{
    const Present present = look();
    if (m_source.path.empty())
        return done(refused(403, "the configuration is the command line's; start with a file to edit one"));
    auto text = textOf(question, present, false);
    if (!text)
        return done(text.error());
    save(present, {std::move(*text), "edit", question.by}, done);
}

void ConfigDesk::undo(const FileQuestion &question, const Done &done)
{
    const Present present = look();
    const auto body = wire::JsonObject::parse(question.body);
    const std::string revision = body ? wire::jsonString(body->find("revision")).value_or("") : std::string();
    if (revision.empty())
        return done(noMember("revision", "say which change is to be taken back"));
    if (revision != present.revision)
        return done(conflict(present, revision, {}));
    const ConfigVersion *before = m_history.beforeNewest();
    if (!before)
        return done(refused(409, "nothing is remembered of what was there before", "revision"));
    save(present, {before->text, "undo", question.by}, done);
}

void ConfigDesk::save(const Present &present, const Change &change, const Done &done)
{
    const std::string diff = diffJson(present.text, change.text), revision = config::revisionOf(change.text);
    const ConfigCheck check = checkConfig(change.text, m_source);
    const std::string problems = problemsJson(check.said, change.text, m_source.path);
    if (!check.isUsable()) {
        JsonWriter json;
        json.beginObject().key("text").string(asUtf8(change.text)).key("diff").raw(diff).key("problems").raw(problems);
        return done(refused(422, "the configuration has errors and was not saved", "text", json.text().substr(1)));
    }
    JsonWriter json;
    json.beginObject().key("revision").string(revision).key("previous_revision").string(present.revision);
    json.key("applied")
        .boolean(true)
        .key("saved")
        .boolean(revision != present.revision)
        .key("path")
        .string(asUtf8(m_source.path));
    json.key("diff").raw(diff).key("problems").raw(problems);
    json.key("needs_restart").raw(listJson(restartsFor(change.text))).endObject();
    if (revision == present.revision)
        return done({200, json.take()});
    if (const auto refusal = write(present, change))
        return done(*refusal);
    apply(present, {json.take(), problems, revision}, done);
}

std::optional<FileAnswer> ConfigDesk::write(const Present &present, const Change &change)
{
    if (!present.state.isWritable)
        return refused(403, "the file cannot be saved: " + present.state.whyNot);
    if (const Present now = look(); now.revision != present.revision) // while the text was checked
        return conflict(now, present.revision, {});
    if (const auto saved = config::saveText(m_source.path, change.text); !saved)
        return refused(500, "the file could not be saved, and is what it was: " + saved.error());
    m_history.add({config::revisionOf(change.text), change.text, Clock().wall(), change.by, change.how});
    return std::nullopt;
}

// Answers when the file is in use. Until then nothing else is asked or changed here.
void ConfigDesk::apply(const Present &before, const Saved &saved, const Done &done)
{
    m_isBusy = true;
    m_source.reload([this, before, saved, done](const Result<> &applied) {
        const auto finish = [this, before, saved, applied, done] {
            done(applied ? FileAnswer {200, saved.answer}
                         : refused(500, putBack(before, saved.revision) + ": " + applied.error().message, {},
                             "\"problems\":" + saved.problems));
            m_isBusy = false;
            next();
        };
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
    });
}

// What was saved is of no use after all. Whoever has changed the file meanwhile keeps what they wrote. Says what the file is now.
std::string ConfigDesk::putBack(const Present &before, const std::string &saved)
{
    if (look().revision != saved)
        return "the file has been changed meanwhile and stays as it is now";
    std::error_code error;
    if (before.state.exists) {
        if (const auto restored = config::saveText(m_source.path, before.text); !restored)
            return "the file could not be put back to what it was (" + restored.error() + ")";
    } else if (!std::filesystem::remove(m_source.path, error)) {
        return "the new file could not be removed";
    }
    m_history.dropNewest();
    return "the file was put back to what it was";
}

std::vector<std::string> ConfigDesk::restartsFor(const std::string &text) const
{
    std::vector<config::Diagnostic> ignored;
    return config::restartsFor(config::readYaml(m_startText, {}, ignored), config::readYaml(text, {}, ignored));
}

FileAnswer ConfigDesk::listVersions()
{
    (void)look();
    JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (auto version = m_history.versions().rbegin(); version != m_history.versions().rend(); ++version) {
        json.beginObject();
        writeVersion(json, *version);
        json.endObject();
    }
    return {200, json.endArray().endObject().take()};
}

FileAnswer ConfigDesk::showVersion(const std::string &revision)
{
    const Present present = look();
    const ConfigVersion *version = m_history.find(revision);
    if (!version)
        return refused(404, "no such version is remembered", "revision");
    JsonWriter json;
    json.beginObject();
    writeVersion(json, *version);
    json.key("text").string(asUtf8(version->text)).key("diff").raw(diffJson(version->text, present.text)).endObject();
    return {200, json.take()};
}

} // namespace gatehouse::admin
