// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"
#include "plans.h"
#include "questions.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

// spend_reports [--rows N] [--postgres URL] [--plans]: books N invented calls (a million) into a new file of SQLite, or into an
// empty database of PostgreSQL, and tells how long each report takes. Ends with 1 where one takes longer than it may.

namespace {

using namespace gatehouse;
using namespace gatehouse::bench;
using std::chrono::steady_clock;

QString option(const QStringList &arguments, const char *name, const QString &otherwise)
{
    const qsizetype at = arguments.indexOf(QLatin1String(name));
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : otherwise;
}

/// The middle of five, in milliseconds; less than 0 where the question fails.
double timeOf(const Question &question, store::Database &database)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const auto begun = steady_clock::now();
        if (const auto answer = question.ask(database); !answer)
            return std::fprintf(stderr, "%s\n", answer.error().message.c_str()), -1;
        times.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
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

bool measure(store::Database &database, bool hasPlans)
{
    bool isGood = true;
    for (const Question &question : questions()) {
        const double time = timeOf(question, database);
        const bool isLate = time < 0 || (question.most > 0 && time > question.most);
        isGood = isGood && !isLate;
        std::printf("%-46s %9.2f ms%s\n", question.name.c_str(), time, isLate ? "  too late" : "");
        if (hasPlans)
            showPlans(question, database);
    }
    return isGood;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const std::int64_t rows = option(arguments, "--rows", QStringLiteral("1000000")).toLongLong();
    const QTemporaryDir directory;
    store::Database database({Secret(option(arguments, "--postgres", {}).toStdString()),
        directory.filePath(QStringLiteral("spend.db")).toStdString()});
    if (const auto opened = database.open(); !opened)
        return std::fprintf(stderr, "%s\n", opened.error().message.c_str()), 2;
    const double seconds = fill(database, directory.filePath(QStringLiteral("journal")).toStdString(), rows);
    if (seconds < 0)
        return 2;
    (void)store::execute(database.connection(), "ANALYZE");
    std::printf("%lld rows booked in %.1f s, %.1f us each\n", static_cast<long long>(rows), seconds,
        seconds * 1e6 / static_cast<double>(rows));
    return measure(database, arguments.contains(QLatin1String("--plans"))) ? 0 : 1;
}
