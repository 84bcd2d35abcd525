// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"
#include "plans.h"
#include "questions.h"

#include "gateway/store/condition.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <set>

// spend_reports [--rows N] [--together N] [--book] [--postgres URL] [--data DIRECTORY] [--only WORDS] [--plans]: books N invented
// calls (a million) into a new file of SQLite, or into an empty database of PostgreSQL, two thousand or N at a time, and tells
// how long each report takes; with --book only what booking took. What is there already, in PostgreSQL or in a directory that is
// named, is asked as it is; with WORDS only what has them in its name. Beside the time stands the processor time of this program,
// which neighbours disturb less (PostgreSQL's own is no part of it). Ends with 1 where a report takes longer than it may.

namespace {

using namespace gatehouse;
using namespace gatehouse::bench;
using std::chrono::steady_clock;

QString option(const QStringList &arguments, const char *name, const QString &otherwise)
{
    const qsizetype at = arguments.indexOf(QLatin1String(name));
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : otherwise;
}

double processorTime()
{
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double middleOf(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// The middle of five, in milliseconds; less than 0 where the question fails.
Taken timeOf(const Question &question, store::Database &database)
{
    std::vector<double> times, processor;
    for (int i = 0; i < 5; ++i) {
        const auto begun = steady_clock::now();
        const double before = processorTime();
        if (const auto answer = question.ask(database); !answer)
            return std::fprintf(stderr, "%s\n", answer.error().message.c_str()), Taken {-1, -1};
        processor.push_back(processorTime() - before);
        times.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count());
    }
    return {middleOf(times), middleOf(processor)};
}

void showPlans(const Question &question, store::Database &database)
{
    std::set<std::string> statements;
    database.watch(
        [&](const QString &sql, const std::vector<QVariant> &values) { statements.insert(statementOf(database, sql, values)); });
    (void)question.ask(database);
    database.watch({});
    for (const std::string &statement : statements) {
        std::printf("    %s\n", statement.substr(0, 600).c_str());
        for (const std::string &line : planOf(database, statement))
            std::printf("        %s\n", line.c_str());
    }
}

bool measure(store::Database &database, const std::string &words, bool hasPlans)
{
    bool isGood = true;
    for (const Question &question : questions()) {
        if (question.name.find(words) == std::string::npos)
            continue;
        const Taken taken = timeOf(question, database);
        const bool isLate = taken.time < 0 || (question.most > 0 && taken.time > question.most);
        isGood = isGood && !isLate;
        std::printf("%-46s %9.2f ms %9.2f ms of the processor%s\n", question.name.c_str(), taken.time, taken.processor,
            isLate ? "  too late" : "");
        if (hasPlans)
            showPlans(question, database);
    }
    return isGood;
}

/// How many calls are booked already, or less than 0.
std::int64_t bookedIn(store::Database &database)
{
    auto query = store::select(database, QStringLiteral("SELECT COUNT(*) FROM spend_logs"));
    return query && query->next() ? store::numberAt(*query, 0) : -1;
}

/// False where it failed.
bool book(store::Database &database, const QDir &directory, const Arrival &arrival)
{
    const Taken taken = fill(database, directory.filePath(QStringLiteral("journal")).toStdString(), arrival);
    if (taken.time < 0 || !store::execute(database.connection(), "ANALYZE"))
        return false;
    const double each = 1e6 / static_cast<double>(arrival.rows);
    std::printf("%lld rows booked in %.1f s, %.1f us each, %.1f us of the processor\n", static_cast<long long>(arrival.rows),
        taken.time, taken.time * each, taken.processor * each);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Arrival arrival;
    arrival.rows = option(arguments, "--rows", QString::number(arrival.rows)).toLongLong();
    arrival.together = option(arguments, "--together", QString::number(arrival.together)).toLongLong();
    const QTemporaryDir ownDirectory;
    const QDir directory(option(arguments, "--data", ownDirectory.path()));
    store::Database database({Secret(option(arguments, "--postgres", {}).toStdString()),
        directory.filePath(QStringLiteral("spend.db")).toStdString()});
    if (const auto opened = database.open(); !opened)
        return std::fprintf(stderr, "%s\n", opened.error().message.c_str()), 2;
    if (bookedIn(database) == 0 && !book(database, directory, arrival))
        return 2;
    if (arguments.contains(QLatin1String("--book")))
        return 0;
    return measure(database, option(arguments, "--only", {}).toStdString(), arguments.contains(QLatin1String("--plans"))) ? 0 : 1;
}
