// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/guardrails/guardrail_hint.h"
#include "ui/pages/guardrails/guardrail_rows.h"
#include "ui/shell/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/pill.h"

#include <QClipboard>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto guarded = u"model_list:\n"
                     "  - model_name: gpt\n"
                     "    litellm_params:\n"
                     "      model: openai/gpt-4o\n"
                     "      api_base: PROVIDER/v1\n"
                     "      api_key: sk-of-the-provider\n"
                     "guardrails:\n"
                     "  - guardrail_name: pii\n"
                     "    litellm_params:\n"
                     "      guardrail: litellm_content_filter\n"
                     "      mode: [pre_call, post_call]\n"
                     "      default_on: true\n"
                     "      patterns:\n"
                     "        - {pattern_type: prebuilt, pattern_name: email, action: MASK}\n"
                     "      blocked_words:\n"
                     "        - {keyword: project-x, action: BLOCK}\n"
                     "  - guardrail_name: far\n"
                     "    litellm_params:\n"
                     "      guardrail: lakera_v2\n"
                     "      mode: during_call\n"
                     "      api_key: os.environ/GATEHOUSE_TEST_NO_SUCH_KEY\n"_s;

struct Guards {
    explicit Guards(LiveStage &stage)
        : page(stage.page(u"guardrails"_s))
        , table(named<QTreeWidget>(page, u"Guardrails"_s))
    {
    }

    QString row(int at) const
    {
        const QTreeWidgetItem *line = table->topLevelItem(at);
        QStringList cells;
        for (int column = 0; line && column < table->columnCount(); ++column)
            cells.append(line->text(column));
        return cells.join(u" | "_s);
    }
    void test(const QString &text) const
    {
        named<QPlainTextEdit>(page, u"Text to test"_s)->setPlainText(text);
        buttonIn(page, u"Test"_s)->click();
    }
    /// What came of it; empty while it is asked.
    QString outcome() const
    {
        const auto *pill = page->findChild<Pill *>();
        return pill->isVisible() ? pill->word() : QString();
    }

    QWidget *page;
    QTreeWidget *table;
};

} // namespace

class GuardrailsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        speak(*qApp, QLocale(QLocale::English));
    }

    void modesAreSaidInWords()
    {
        QCOMPARE(guardrailModes(u"pre_call"_s), u"request"_s);
        QCOMPARE(guardrailModes(QJsonArray {u"pre_call"_s, u"post_call"_s}), u"request · answer"_s);
        const QJsonObject byTag {{u"tags"_s, QJsonObject {{u"strict"_s, u"post_call"_s}}}, {u"default"_s, u"logging_only"_s}};
        QCOMPARE(guardrailModes(byTag), u"strict: answer; else: what is logged"_s);
        QCOMPARE(guardrailModes(u"new_mode"_s), u"new_mode"_s);
    }

    void metricsAreAddedUpByGuardrail()
    {
        const auto counts = guardrailCounts(
            "litellm_guardrail_requests_total{guardrail_name=\"a \\\"b\\\"\",status=\"success\",hook_type=\"pre_call\"} 3\n"
            "litellm_guardrail_requests_total{guardrail_name=\"a \\\"b\\\"\",status=\"success\",hook_type=\"post_call\"} 2\n"
            "litellm_guardrail_requests_total{guardrail_name=\"a \\\"b\\\"\",status=\"intervened\",hook_type=\"pre_call\"} 1\n"
            "litellm_guardrail_requests_total{guardrail_name=\"c\",status=\"error\",hook_type=\"pre_call\"} 7");
        const GuardrailCounts a = counts.value(u"a \"b\""_s);
        QCOMPARE(a.passed, 5);
        QCOMPARE(a.intervened, 1);
        QCOMPARE(counts.value(u"c"_s).failed, 7);
        QVERIFY(guardrailCounts("litellm_guardrail_requests_total{").size() <= 1);
    }

    void guardrailsAreListedWithWhatTheyDid()
    {
        LiveStage stage(guarded);
        stage.begin();
        const Guards guards(stage);
        QTRY_COMPARE_WITH_TIMEOUT(guards.table->topLevelItemCount(), 2, 10'000);
        QCOMPARE(guards.row(0), u"pii | litellm_content_filter | request · answer | every call | 0 | 0 | 0"_s);
        QCOMPARE(guards.row(1), u"far | lakera_v2 | request, beside the provider | who asks for it | 0 | 0 | 0"_s);
        QCOMPARE(stage.chat(u"gpt"_s, u"Hello?"_s), 200);
        QCOMPARE(stage.chat(u"gpt"_s, u"Tell me of project-x"_s), 400);
        QTest::keyClick(&stage.window(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(
            guards.row(0), u"pii | litellm_content_filter | request · answer | every call | 2 | 1 | 0"_s, 10'000);
        const auto *params = named<QTreeWidget>(guards.page, u"Settings of the guardrail"_s);
        QCOMPARE(params->findItems(u"default_on"_s, Qt::MatchExactly).value(0)->text(1), u"true"_s);
    }

    void aTextIsMaskedBlockedOrPasses()
    {
        LiveStage stage(guarded);
        stage.begin();
        const Guards guards(stage);
        QTRY_COMPARE_WITH_TIMEOUT(guards.table->topLevelItemCount(), 2, 10'000);
        guards.test(u"Hello?"_s);
        QTRY_COMPARE(guards.outcome(), u"Passes unchanged"_s);
        guards.test(u"Write to a@b.example"_s);
        QTRY_COMPARE(guards.outcome(), u"Masked"_s);
        QCOMPARE(named<QPlainTextEdit>(guards.page, u"What the guardrail made of it"_s)->toPlainText(),
            u"Write to [EMAIL_REDACTED]"_s);
        guards.test(u"Tell me of project-x"_s);
        QTRY_COMPARE(guards.outcome(), u"Blocked"_s);
        QVERIFY(says(guards.page, u"Content blocked"_s));
        stage.window().openPage(u"guardrails"_s, u"guardrail:far"_s);
        QCOMPARE(guards.outcome(), QString()); // what was said of the other one is gone
        guards.test(u"Hello?"_s);
        QTRY_COMPARE(guards.outcome(), u"Could not judge"_s);
        QVERIFY(says(guards.page, u"cannot run"_s));
    }

    void whereThereIsNoneAnExampleCanBeCopiedThatWorks()
    {
        LiveStage stage;
        stage.begin();
        QWidget *page = stage.page(u"guardrails"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(page, u"No guardrail yet"_s), 10'000);
        buttonIn(page, u"Copy example"_s)->click();
        stage.writeConfig(stage.configText() + QGuiApplication::clipboard()->text() + u'\n');
        const Guards guards(stage);
        auto *table = page->findChild<QTreeWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->topLevelItemCount(), 1, 15'000); // the file is watched, and the page is told
        QTRY_VERIFY(!says(page, u"No guardrail yet"_s));
        buttonIn(page, u"Test"_s);
    }
};

QTEST_MAIN(GuardrailsPageTest)
#include "tst_guardrails_page.moc"
