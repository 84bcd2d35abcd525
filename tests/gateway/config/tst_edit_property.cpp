// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/diff.h"
#include "gateway/config/edit.h"
#include "gateway/config/path.h"
#include "gateway/config/tree_change.h"
#include "gateway/config/yaml.h"
#include "random_yaml.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gatehouse::config;
using random_yaml::Chance;

namespace {

Value treeOf(const std::string &text)
{
    std::vector<Diagnostic> said;
    return readYaml(text, "f", said);
}

/// Every place of a tree but its root.
void gather(const Value &value, Path &path, std::vector<Path> &paths)
{
    const auto enter = [&](Part part, const Value &below) {
        path.push_back(std::move(part));
        paths.push_back(path);
        gather(below, path, paths);
        path.pop_back();
    };
    for (const auto &[key, member] : value.entries())
        enter(key, member);
    for (std::size_t i = 0; i < value.items().size(); ++i)
        enter(i, value.items()[i]);
}

std::vector<Step> stepsOf(const Path &path)
{
    std::vector<Step> steps;
    for (const Part &part : path)
        std::visit([&](const auto &each) { steps.emplace_back(each); }, part);
    return steps;
}

/// What an edit is to make of the value at the end of \a path; written apart from the code that is tested.
Value applied(
    const Value &value, const Path &path, std::size_t depth, const std::function<std::optional<Value>(const Value &)> &make)
{
    std::vector<Value::Entry> entries;
    std::vector<Value> items;
    for (std::size_t i = 0; i < std::max(value.entries().size(), value.items().size()); ++i) {
        const bool isMap = value.kind() == Value::Kind::Map;
        const bool isHit = isMap ? Part(value.entries()[i].first) == path[depth] : Part(i) == path[depth];
        const Value &member = isMap ? value.entries()[i].second : value.items()[i];
        std::optional<Value> now = member;
        if (isHit)
            now = depth + 1 == path.size() ? make(member) : applied(member, path, depth + 1, make);
        if (now && isMap)
            entries.emplace_back(value.entries()[i].first, *now);
        else if (now)
            items.push_back(*now);
    }
    return value.kind() == Value::Kind::Map ? Value::map(std::move(entries)) : Value::list(std::move(items));
}

struct Wish {
    Edit edit;
    Value expected;
    bool isOfScalar; // the value that was there
};

/// An edit of a random place, and the tree that it is to lead to.
Wish randomWish(const Value &root, const std::vector<Path> &paths, Chance &chance)
{
    const Path path = chance.of(paths);
    const Value &there = *valueAt(root, path);
    const Value fresh = random_yaml::tree(chance, 2);
    const auto with = [&](const std::function<std::optional<Value>(const Value &)> &make) {
        return applied(root, path, 0, make);
    };
    Edit edit {Edit::Kind::Set, stepsOf(path), fresh, {}, 0, 0, {}};
    const std::size_t size = there.items().size();
    if (size > 1 && chance.oneIn(2)) {
        edit.kind = Edit::Kind::Move;
        edit.from = chance.below(size);
        edit.to = chance.below(size);
        return {edit, with([&](const Value &list) {
                    std::vector<Value> items = list.items();
                    const Value item = items[edit.from];
                    items.erase(items.begin() + std::ptrdiff_t(edit.from));
                    items.insert(items.begin() + std::ptrdiff_t(edit.to), item);
                    return Value::list(std::move(items));
                }),
            false};
    }
    if (there.kind() == Value::Kind::List && chance.oneIn(2)) {
        edit.kind = Edit::Kind::Insert;
        edit.index = chance.below(size + 1);
        return {edit, with([&](const Value &list) {
                    std::vector<Value> items = list.items();
                    items.insert(items.begin() + std::ptrdiff_t(*edit.index), fresh);
                    return Value::list(std::move(items));
                }),
            false};
    }
    if (there.kind() == Value::Kind::Map && !there.has("fresh") && chance.oneIn(2)) {
        edit.path.emplace_back("fresh");
        return {edit, with([&](const Value &map) { return map.with("fresh", fresh); }), false};
    }
    if (chance.oneIn(3)) {
        edit.kind = Edit::Kind::Remove;
        return {edit, with([](const Value &) { return std::nullopt; }), false};
    }
    const bool isScalar = there.kind() != Value::Kind::List && there.kind() != Value::Kind::Map;
    return {edit, with([&](const Value &) { return fresh; }), isScalar};
}

std::size_t commentsIn(const std::string &text)
{
    std::size_t count = 0;
    for (const char *note : {"# note", "# about", "# head", "# tail"}) {
        for (std::size_t at = text.find(note); at != text.npos; at = text.find(note, at + 1))
            ++count;
    }
    return count;
}

} // namespace

/// Random edits of random texts.
class TestEditProperty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTextMeansWhatWasMeantAndTheRestIsUntouched()
    {
        for (unsigned seed = 0; seed < 1500; ++seed) {
            Chance chance(seed);
            Value root = random_yaml::tree(chance, 4);
            while (root.kind() != Value::Kind::Map || root.entries().empty())
                root = random_yaml::tree(chance, 4);
            std::string text = random_yaml::Hand(chance).document(root);
            QVERIFY2(isSame(treeOf(text), root),
                qPrintable(QString::number(seed) + QStringLiteral("\n") + QString::fromStdString(text)));
            for (int round = 0; round < 4 && !root.entries().empty(); ++round)
                check(seed, text, root, chance);
        }
    }

    void theSamplesToo()
    {
        const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/fixtures/seeds"));
        unsigned seed = 0;
        for (const QString &name : folder.entryList({QStringLiteral("*.yaml")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string sample = file.readAll().toStdString();
            for (int i = 0; i < 60; ++i) {
                Chance chance(++seed);
                std::string text = sample;
                Value root = treeOf(text);
                check(seed, text, root, chance);
            }
        }
    }

private:
    /// One edit: the result is what was wished, and of the lines only those of the place are others.
    void check(unsigned seed, std::string &text, Value &root, Chance &chance)
    {
        Path path;
        std::vector<Path> paths;
        gather(root, path, paths);
        const Wish wish = randomWish(root, paths, chance);
        const auto result = edited(text, {wish.edit});
        const QString context =
            QStringLiteral("seed %1, kind %2, path %3, value %6\n%4\n-- became --\n%5")
                .arg(seed)
                .arg(int(wish.edit.kind))
                .arg(QString::fromStdString(toString(*pathIn(root, wish.edit.path))), QString::fromStdString(text),
                    QString::fromStdString(result ? *result : result.error().message),
                    QString::fromStdString(wish.edit.value.toJson()));
        QVERIFY2(result.has_value(), qPrintable(context));
        QVERIFY2(isSame(treeOf(*result), wish.expected), qPrintable(context));
        checkLines(text, *result, wish, context);
        text = *result;
        root = wish.expected;
    }

    static void checkLines(const std::string &before, const std::string &after, const Wish &wish, const QString &context)
    {
        const Diff change = diff(before, after);
        const Edit &edit = wish.edit;
        const bool keepsAll = edit.kind == Edit::Kind::Insert || edit.kind == Edit::Kind::Move || wish.isOfScalar;
        if (keepsAll)
            QVERIFY2(commentsIn(after) == commentsIn(before), qPrintable(context));
        if (edit.kind == Edit::Kind::Insert) // at most the line of a bracket or a dash, or one without its break
            QVERIFY2(change.removed <= 2, qPrintable(context));
        if (edit.kind == Edit::Kind::Remove)
            QVERIFY2(change.added <= 1, qPrintable(context));
        if (wish.isOfScalar) // texts of several lines are no longer than four
            QVERIFY2(change.removed <= 5, qPrintable(context));
        const bool hasOneBreak = std::count(before.begin(), before.end(), '\n') > 0 && before.find('\r') == before.npos;
        QVERIFY2(!hasOneBreak || after.find('\r') == after.npos, qPrintable(context));
    }
};

QTEST_GUILESS_MAIN(TestEditProperty)
#include "tst_edit_property.moc"
