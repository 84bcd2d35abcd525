// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/page.h"

#include "gateway/providers/table.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gatehouse;

class TestPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePageInTheDocumentsIsWhatTheTableSays()
    {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/docs/provider-table.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string written = file.readAll().toStdString();
        QVERIFY2(written == providers::page(), "write it anew: gatehouse providers > docs/provider-table.md");
    }

    void atLeastAHundredProvidersAreServed()
    {
        const auto &rows = providers::table();
        const auto served =
            std::count_if(rows.begin(), rows.end(), [](const providers::Provider &row) { return !row.operations.empty(); });
        QVERIFY2(served >= 100, std::to_string(served).c_str());
    }

    void noProviderStandsTwice()
    {
        for (const providers::Provider &row : providers::table())
            QCOMPARE(providers::find(row.name), &row);
    }
};

QTEST_APPLESS_MAIN(TestPage)
#include "tst_page.moc"
