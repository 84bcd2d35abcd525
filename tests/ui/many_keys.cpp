// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a long list costs the window: makes keys in a real gateway, opens the Keys page, goes to its end, searches and sorts, and
// prints how long each took and for how long the window did not look at its events. many_keys [KEYS, 10000]. Not a test and not
// shipped; docs/performance.md has its figures.
#include "live_stage.h"

#include "ui/models/record_table.h"
#include "ui/widgets/record_view.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QScrollBar>
#include <QTimer>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

/// Time of this thread on a processor, in milliseconds: what others do on the machine does not count.
double threadTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20) : 0;
}

/// Ticks with every round of the events, and knows the longest round.
class Watch
{
public:
    Watch()
    {
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { look(); });
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.start(1);
        begin();
    }
    void begin()
    {
        m_longest = 0;
        m_began = m_last = threadTime();
        m_clock.start();
    }
    void tell(const char *what)
    {
        look();
        qInfo("%-44s %8lld ms  %8.1f ms CPU  %8.1f ms longest round  %7.1f MiB", what, static_cast<long long>(m_clock.elapsed()),
            threadTime() - m_began, m_longest, residentMegabytes());
    }

private:
    void look()
    {
        const double now = threadTime();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }

    QTimer m_tick;
    QElapsedTimer m_clock;
    double m_began = 0;
    double m_last = 0;
    double m_longest = 0;
};

/// Several at a time: one after the other would take minutes.
class KeyMaker
{
public:
    explicit KeyMaker(LiveStage &stage)
        : m_stage(stage)
    {
        m_network.setProxy(QNetworkProxy::NoProxy);
    }

    void make(int many)
    {
        m_left = many;
        for (int at = 0; at < 4; ++at)
            next();
        while (m_running > 0)
            QTest::qWait(20);
    }

private:
    void next()
    {
        if (m_left == 0)
            return;
        const int number = m_left--;
        ++m_running;
        QNetworkRequest request(QUrl(m_stage.session().address() + u"/key/generate"_s));
        request.setRawHeader("Authorization", "Bearer " + LiveStage::masterKey());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QJsonObject body {{u"key_alias"_s, u"application-%1"_s.arg(number, 5, 10, QChar(u'0'))},
            {u"max_budget"_s, 5 + number % 20}, {u"budget_duration"_s, u"30d"_s}, {u"rpm_limit"_s, 60 + number % 7},
            {u"models"_s, QJsonArray {u"gpt"_s}}};
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson());
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply] {
            if (reply->error() != QNetworkReply::NoError)
                qFatal("A key was not made: %s", qPrintable(reply->errorString()));
            reply->deleteLater();
            --m_running;
            next();
        });
    }

    LiveStage &m_stage;
    QNetworkAccessManager m_network;
    int m_left = 0;
    int m_running = 0;
};

RecordView *viewOf(QWidget *page)
{
    for (RecordView *each : page->findChildren<RecordView *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

template <typename Condition> void await(const Condition &isSo)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        if (clock.elapsed() > 300'000)
            qFatal("It never came to be");
    }
}

void goToTheEnd(RecordView &view, int all)
{
    await([&view, all] {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        return view.shownRows() >= all;
    });
}

void goAnywhere(RecordView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    for (int step = 0; step < 200; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * ((step * 7919) % 200) / 200));
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    gatehouse::app::prepareDesktop(application);
    const int many = std::max(200, QApplication::arguments().value(1, u"10000"_s).toInt());
    LiveStage stage;
    stage.session().feed().setIntervals({}); // as in the program
    stage.begin();
    Watch watch;
    KeyMaker(stage).make(many);
    watch.tell("keys made");
    QTest::qWait(2000); // until nothing is left to do for them

    watch.begin();
    QWidget *page = stage.page(u"keys"_s);
    RecordView *view = viewOf(page);
    await([view] { return view->shownRows() > 0; });
    watch.tell("page opened, first rows");
    QTest::qWait(2000);
    watch.begin();
    goToTheEnd(*view, many);
    watch.tell("scrolled to the end, every page fetched");
    watch.begin();
    goAnywhere(*view);
    watch.tell("200 leaps anywhere in all rows");
    watch.begin();
    QTest::keyClick(page, Qt::Key_F5);
    QTest::qWait(3000);
    watch.tell("3 s at rest in the middle, F5 once");
    watch.begin();
    view->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    QCoreApplication::processEvents();
    watch.tell("all rows sorted by name");
    auto *search = named<QLineEdit>(page, u"Search"_s);
    search->setFocus();
    watch.begin();
    QTest::keyClicks(search, u"application-00042"_s);
    await([view] { return view->shownRows() == 1; });
    watch.tell("one of them searched for, key by key");
    watch.begin();
    search->clear();
    await([view] { return view->shownRows() >= 100; });
    watch.tell("search cleared, rows again");
    return 0;
}
