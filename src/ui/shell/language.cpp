// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

void speak(QApplication &application, const QLocale &locale)
{
    // Later ones are asked first. English comes along for its plurals.
    const std::initializer_list<std::pair<QLocale, std::pair<QString, QString>>> sources = {
        {QLocale(QLocale::English), {u"gatehouse"_s, u":/translations"_s}},
        {locale, {u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}},
        {locale, {u"gatehouse"_s, u":/translations"_s}},
    };
    for (const auto &[language, place] : sources) {
        auto *translator = new QTranslator(&application);
        if (translator->load(language, place.first, u"_"_s, place.second))
            application.installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace gatehouse::ui
