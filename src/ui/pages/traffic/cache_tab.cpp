// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/cache_tab.h"

#include "ui/models/text.h"
#include "ui/pages/traffic/prose_view.h"
#include "ui/widgets/colours.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Verdict {
    QLatin1StringView key; ///< of the API
    QString (*sentence)();
};

const std::array verdicts = {
    Verdict {
        "hit"_L1, [] { return QCoreApplication::translate("CacheTab", "The provider read most of the prompt from its cache."); }},
    Verdict {"partial"_L1,
        [] { return QCoreApplication::translate("CacheTab", "The provider read a part of the prompt from its cache."); }},
    Verdict {"miss"_L1, [] { return QCoreApplication::translate("CacheTab", "The provider's cache was missed."); }},
    Verdict {"first"_L1,
        [] {
            return QCoreApplication::translate(
                "CacheTab", "This is the first call of its conversation: there was nothing to read from a cache.");
        }},
    Verdict {
        "unknown"_L1, [] { return QCoreApplication::translate("CacheTab", "The provider did not say what its cache did."); }},
};

} // namespace

CacheTab::CacheTab(QWidget *parent)
    : RecordTab(parent)
    , m_view(new ProseView)
{
    m_view->setAccessibleName(tr("Prompt cache"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
}

void CacheTab::setRecord(const SharedRecord &record)
{
    const TrafficPromptCache &cache = record->cache;
    const QLocale locale;
    m_view->empty();
    QString sentence = tr("Nothing is known of the provider's prompt cache for this call.");
    for (const Verdict &verdict : verdicts) {
        if (cache.verdict == verdict.key)
            sentence = verdict.sentence();
    }
    m_view->addHeading(sentence);
    if (cache.readTokens + cache.writtenTokens + cache.missedTokens > 0) //: numbers of tokens
        m_view->addText(tr("%1 tokens read, %2 written, %3 missed")
                            .arg(locale.toString(cache.readTokens), locale.toString(cache.writtenTokens),
                                locale.toString(cache.missedTokens)));
    if (!cache.comparedWith.isEmpty()) //: %1 is the name of a call, %2 a duration
        m_view->addText(
            tr("Compared with the call %1, %2 earlier").arg(cache.comparedWith, durationText(cache.comparedAge * 1000)),
            Colours::of(palette()).muted);
    if (!cache.reasons.isEmpty())
        m_view->addHeading(tr("Why"));
    for (const QString &reason : cache.reasons)
        m_view->addBullet(reason.left(2000));
    if (!cache.advice.isEmpty())
        m_view->addHeading(tr("What would help"));
    for (const QString &advice : cache.advice)
        m_view->addBullet(advice.left(2000));
    m_view->moveCursor(QTextCursor::Start);
}

} // namespace gatehouse::ui
