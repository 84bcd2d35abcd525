// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Paints the window in the states people meet, into PNG files, to be looked at: portraits DIRECTORY [light|dark|icons] [locale].
// Not a test and not shipped.
#include "app/desktop.h"
#include "fake_admin_api.h"
#include "fake_control.h"
#include "ui/shell/language.h"
#include "ui/tray/state_icon.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using gatehouse::ui::test::FakeAdminApi;
using gatehouse::ui::test::FakeControl;

namespace {

struct Kind {
    const char *model;
    const char *provider;
    const char *upstream;
    const char *path;
    const char *dialect;
};

constexpr Kind kinds[] = {
    {"gpt-4o", "openai", "gpt-4o-2024-08-06", "/v1/chat/completions", "openai"},
    {"claude-sonnet", "anthropic", "claude-sonnet-4-20250514", "/v1/messages", "anthropic"},
    {"fast", "openai", "gpt-4o-mini", "/v1/chat/completions", "openai"},
    {"claude-haiku", "anthropic", "claude-3-5-haiku-latest", "/v1/messages", "anthropic"},
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonObject demoTry(const QString &deployment, int status, int milliseconds)
{
    return {{u"deployment"_s, deployment}, {u"status"_s, status}, {u"duration_ms"_s, milliseconds},
        {u"fault"_s, status == 429 ? u"RateLimitError"_s : u"ServiceUnavailableError"_s}};
}

QJsonObject demoRow(int id, int of)
{
    const Kind &kind = kinds[(id * 7 / 3) % 4];
    const char *who[] = {"notebook", "ci", "claude-code", "support-bot"};
    const int seed = (id * 7919) % 1000;
    const QDateTime when = QDateTime::currentDateTimeUtc().addMSecs(-qint64(of - id) * 1300 - seed);
    QJsonObject more {{u"started_at"_s, when.toString(Qt::ISODateWithMs)}, {u"model"_s, text(kind.model)},
        {u"group"_s, text(kind.model)}, {u"provider"_s, text(kind.provider)}, {u"upstream_model"_s, text(kind.upstream)},
        {u"path"_s, text(kind.path)}, {u"dialect"_s, text(kind.dialect)}, {u"who"_s, text(who[id % 4])},
        {u"first_token_ms"_s, 180 + seed * 0.9}, {u"duration_ms"_s, 620 + seed * 4.1},
        {u"call_id"_s, u"0b9f3c1e-7d52-4a80-9c6e-%1"_s.arg(id, 12, 10, QChar(u'0'))},
        {u"deployment"_s, u"%1-primary"_s.arg(text(kind.provider))},
        {u"tokens"_s,
            QJsonObject {{u"input"_s, 300 + seed * 11}, {u"output"_s, 40 + seed}, {u"cached"_s, seed * 3}, {u"reasoning"_s, 0}}}};
    QString state = u"completed"_s;
    if (id % 11 == 4) {
        state = u"failed"_s;
        more[u"status"_s] = 503;
        more[u"attempts"_s] = 3;
        more[u"fallbacks"_s] = 1;
        more[u"tries"_s] = QJsonArray {demoTry(u"openai-primary"_s, 529, 412), demoTry(u"openai-backup"_s, 429, 96),
            demoTry(u"anthropic-primary"_s, 503, 1022)};
        more[u"tokens"_s] = QJsonObject();
        more[u"first_token_ms"_s] = QJsonValue();
        more[u"finish_reason"_s] = QString();
        more[u"error"_s] = u"The provider is overloaded. No deployment was left to try."_s;
    } else if (id % 17 == 6) {
        state = u"refused"_s;
        more[u"status"_s] = 401;
        more[u"attempts"_s] = 0;
        more[u"tokens"_s] = QJsonObject();
        more[u"provider"_s] = QString();
        more[u"upstream_model"_s] = QString();
        more[u"first_token_ms"_s] = QJsonValue();
        more[u"duration_ms"_s] = 0.4;
        more[u"error"_s] = u"Authentication Error, Invalid proxy server token passed."_s;
    } else if (id % 23 == 9) {
        state = u"abandoned"_s;
        more[u"status"_s] = 499;
    } else if (id > of - 2) {
        state = u"running"_s;
        more[u"duration_ms"_s] = QJsonValue();
        more[u"status"_s] = 0;
        more[u"tokens"_s] = QJsonObject();
    }
    return FakeAdminApi::row(id, state, more);
}

class Studio
{
public:
    Studio(const QString &directory, QString suffix)
        : m_directory(directory)
        , m_suffix(std::move(suffix))
    {
    }

    void take(QWidget &widget, const QString &name) const
    {
        QTest::qWait(350);
        const QString file = m_directory + u"/ui-"_s + name + m_suffix + u".png"_s;
        widget.grab().save(file);
        qInfo().noquote() << file;
    }

private:
    QString m_directory;
    QString m_suffix;
};

void portrayTray(const QString &file)
{
    QPixmap sheet(5 * 4 * 52, 2 * 72);
    QPainter painter(&sheet);
    painter.fillRect(0, 0, sheet.width(), 72, Qt::white);
    painter.fillRect(0, 72, sheet.width(), 72, QColor(0x202124));
    int x = 8;
    for (const GatewayState state :
        {GatewayState::Stopped, GatewayState::Starting, GatewayState::Running, GatewayState::Failed}) {
        for (const int size : {16, 22, 32, 48, 64}) {
            painter.drawPixmap(x, 4, stateIcon(state).pixmap(size));
            painter.drawPixmap(x, 76, stateIcon(state).pixmap(size));
            x += size + 10;
        }
    }
    painter.end();
    sheet.save(file);
}

/// The sizes that desktops without SVG icons install.
int drawIcons(const QString &directory)
{
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        picture(u":/icons/gatehouse.svg"_s, size, 1).save(directory + u"/gatehouse-%1.png"_s.arg(size));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString directory = arguments.value(1, QDir::currentPath());
    if (arguments.value(2) == u"icons"_s)
        return drawIcons(directory);
    const QString look = arguments.value(2, u"light"_s);
    const QLocale locale(arguments.value(3, u"en_GB"_s));
    QLocale::setDefault(locale);
    QApplication::setWindowIcon(applicationIcon());
    speak(application, locale);
    const QTemporaryDir home;
    const QString preferences = home.filePath(u"window.ini"_s);
    Preferences(preferences).setAppearance(look == u"dark"_s ? Appearance::Dark : Appearance::Light);

    FakeAdminApi api(nullptr, 4000); // the address that people know
    FakeControl control;
    control.url = api.url();
    control.config = QDir::homePath() + u"/.config/gatehouse/config.yaml"_s;
    gatehouse::app::Desktop desktop(application, control, preferences);
    Window &window = desktop.window();
    const Studio studio(directory, u"-"_s + look + u"-"_s + locale.name());
    portrayTray(directory + u"/ui-tray.png"_s);
    desktop.show(false);
    studio.take(window, u"stopped"_s);
    control.set(GatewayState::Running);
    studio.take(window, u"empty"_s);
    for (int id = 1; id <= 64; ++id)
        api.put(demoRow(id, 64));
    desktop.session().feed().refresh();
    studio.take(window, u"running"_s);
    auto *table = window.findChild<QTableView *>();
    table->selectRow(5);
    studio.take(window, u"detail"_s);
    table->clearSelection();
    api.failWith(401);
    desktop.session().feed().refresh();
    studio.take(window, u"denied"_s);
    api.failWith(0);
    control.trouble = u"Port 4000 on 127.0.0.1 is already in use by another program (python3, process 4711).\n"
                      "Stop that program, or start Gatehouse on another port: gatehouse --port 4001"_s;
    control.set(GatewayState::Failed);
    studio.take(window, u"failed"_s);
    desktop.session().traffic().clear();
    studio.take(window, u"failed-empty"_s);
    window.letGo();
    return 0;
}
