// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "certificate.h"
#include "script_server.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::upstream;
using namespace std::chrono_literals;

namespace {

/// nginx with HTTP/2 over TLS, where it is installed.
class Nginx
{
public:
    Nginx(const QString &directory, const QByteArray &locations)
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost, 0);
        m_port = probe.serverPort();
        probe.close();
        QFile file(directory + QStringLiteral("/nginx.conf"));
        if (!file.open(QIODevice::WriteOnly))
            return;
        const QByteArray here = directory.toLocal8Bit();
        file.write("daemon off; master_process off; pid " + here + "/pid; error_log " + here
            + "/error.log;\nevents { }\nhttp {\n"
              "access_log off; client_body_temp_path "
            + here + "/b; proxy_temp_path " + here + "/p; fastcgi_temp_path " + here + "/f; uwsgi_temp_path " + here
            + "/u; scgi_temp_path " + here
            + "/s;\nclient_max_body_size 0; keepalive_requests 100000;\n"
              "server { listen 127.0.0.1:"
            + QByteArray::number(m_port) + " ssl http2; ssl_certificate " + here + "/cert.pem; ssl_certificate_key " + here
            + "/key.pem;\n" + locations + "} }\n");
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            QStringLiteral("/usr/sbin/nginx"), {QStringLiteral("-p"), directory, QStringLiteral("-c"), file.fileName()});
    }
    ~Nginx()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    bool isUp()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket.waitForConnected(1000);
    }
    QByteArray log() { return m_process.readAll(); }
    std::string url(const char *path) const { return "https://127.0.0.1:" + std::to_string(m_port) + path; }

private:
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace

/// TLS, HTTP/2 and proxies.
class TestSecure : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    Certificate m_certificate = Certificate::make();

    QString path(const char *name) const { return m_directory.filePath(QString::fromLatin1(name)); }
    Settings trusting() const { return {.caFile = path("cert.pem").toStdString()}; }
    std::unique_ptr<QSslServer> secureServer(int *requests);

private Q_SLOTS:
    void initTestCase();
    void init();

    void aSelfSignedCertificateIsRefused();
    void aCertificateFromTheOwnCaFileIsTrusted();
    void aCertificateForAnotherNameIsRefused();
    void verificationCanBeTurnedOff();
    void aMissingCaFileSaysSo();
    void aServerThatDoesNotSpeakTlsIsAnError();

    void http2IsSpokenOverOneConnection();
    void http2StreamsPauseWithoutHoldingUpOthers();
    void http2StreamsCancelAlone();

    void aProxyFromTheEnvironmentIsUsed_data();
    void aProxyFromTheEnvironmentIsUsed();
    void noProxyIsHonoured();
    void httpsGoesThroughATunnel();
    void aProxyThatRefusesIsNamed();
};

void TestSecure::initTestCase()
{
    QVERIFY(m_directory.isValid());
    for (const auto &[name, text] : {std::pair("cert.pem", m_certificate.certificate), std::pair("key.pem", m_certificate.key)}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
}

void TestSecure::init()
{
    for (const char *name :
        {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
        qunsetenv(name);
}

std::unique_ptr<QSslServer> TestSecure::secureServer(int *requests)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(m_certificate.certificate));
    configuration.setPrivateKey(QSslKey(m_certificate.key, QSsl::Ec));
    server->setSslConfiguration(configuration);
    QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [requests, server = server.get()] {
        QTcpSocket *socket = server->nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [requests, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            ++*requests;
            socket->write(ScriptServer::answer("secure"));
        });
    });
    return server->listen(QHostAddress::LocalHost) ? std::move(server) : nullptr;
}

void TestSecure::aSelfSignedCertificateIsRefused()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    Client client(Settings {});
    Recorder recorder;
    const std::string place = "127.0.0.1:" + std::to_string(server->serverPort());
    recorder.attempt = client.send({.url = "https://" + place + "/v1?key=secret"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    for (const char *words : {"TLS", "self-signed certificate", "ssl_verify", "ssl_certificate", place.c_str()})
        QVERIFY2(recorder.says(words), recorder.message().c_str());
    QVERIFY(!recorder.says("secret"));
    QCOMPARE(requests, 0);
}

void TestSecure::aCertificateFromTheOwnCaFileIsTrusted()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    Client client(trusting());
    for (int i = 0; i < 3; ++i) {
        Recorder recorder;
        recorder.attempt = client.send({.url = "https://127.0.0.1:" + std::to_string(server->serverPort()) + "/"}, &recorder);
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(recorder.body, std::string("secure"));
    }
    QCOMPARE(requests, 3);
}

void TestSecure::aCertificateForAnotherNameIsRefused()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    Client client(trusting());
    Recorder recorder;
    recorder.attempt = client.send({.url = "https://127.0.0.2:" + std::to_string(server->serverPort()) + "/"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection)); // refused by the name, or nobody listens at that address
    QCOMPARE(requests, 0);
}

void TestSecure::verificationCanBeTurnedOff()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    Client client(Settings {.verifyPeer = false});
    Recorder recorder;
    recorder.attempt = client.send({.url = "https://127.0.0.1:" + std::to_string(server->serverPort()) + "/"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
}

void TestSecure::aMissingCaFileSaysSo()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    Client client(Settings {.caFile = path("missing.pem").toStdString()});
    Recorder recorder;
    recorder.attempt = client.send({.url = "https://127.0.0.1:" + std::to_string(server->serverPort()) + "/"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QVERIFY2(recorder.says("missing.pem"), recorder.message().c_str());
}

void TestSecure::aServerThatDoesNotSpeakTlsIsAnError()
{
    ScriptServer server;
    QObject::connect(
        &server, &QTcpServer::newConnection, &server, [&] { server.sockets.last()->write("HTTP/1.1 400 Bad\r\n\r\n"); });
    Client client(trusting());
    Recorder recorder;
    recorder.attempt = client.send({.url = "https://" + server.place() + "/"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QVERIFY2(recorder.says("TLS"), recorder.message().c_str());
}

void TestSecure::http2IsSpokenOverOneConnection()
{
    if (!QFile::exists(QStringLiteral("/usr/sbin/nginx")))
        QSKIP("nginx is not installed");
    Nginx nginx(m_directory.path(), "location / { return 200 \"$server_protocol $connection\"; }");
    QTRY_VERIFY2(nginx.isUp(), nginx.log().constData());
    Client client(trusting());
    std::vector<Recorder> recorders(50);
    for (Recorder &recorder : recorders)
        recorder.attempt = client.send({.url = nginx.url("/"), .body = std::string(1000, 'x')}, &recorder);
    for (Recorder &recorder : recorders) {
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(recorder.status, 200);
        QCOMPARE(recorder.body, recorders[0].body); // the same connection
        QVERIFY2(recorder.body.starts_with("HTTP/2.0 "), recorder.body.c_str());
    }
}

void TestSecure::http2StreamsPauseWithoutHoldingUpOthers()
{
    if (!QFile::exists(QStringLiteral("/usr/sbin/nginx")))
        QSKIP("nginx is not installed");
    constexpr std::size_t whole = 20'000'000;
    QFile file(path("large"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(whole, 'L'));
    file.close();
    Nginx nginx(m_directory.path(),
        "location /quick { return 200 quick; } location / { root " + m_directory.path().toLocal8Bit() + "; }");
    QTRY_VERIFY2(nginx.isUp(), nginx.log().constData());
    Client client(trusting());
    Recorder large;
    large.keepsBody = false;
    large.atBytes = [&] { large.attempt->pause(); };
    large.attempt = client.send({.method = "GET", .url = nginx.url("/large")}, &large);
    QTRY_VERIFY(large.received > 0);
    for (int i = 0; i < 20; ++i) {
        Recorder quick;
        quick.attempt = client.send({.method = "GET", .url = nginx.url("/quick"), .timeouts = {.total = 5s}}, &quick);
        QTRY_VERIFY_WITH_TIMEOUT(quick.ended(), 10'000);
        QVERIFY2(quick.succeeded(), quick.message().c_str());
    }
    const std::size_t whilePaused = large.received;
    QVERIFY2(whilePaused < 1'000'000, QByteArray::number(qulonglong(whilePaused)));
    large.atBytes = {};
    large.attempt->resume();
    QTRY_VERIFY_WITH_TIMEOUT(large.ended(), 20'000);
    QVERIFY2(large.succeeded(), large.message().c_str());
    QCOMPARE(large.received, whole);
}

void TestSecure::http2StreamsCancelAlone()
{
    if (!QFile::exists(QStringLiteral("/usr/sbin/nginx")))
        QSKIP("nginx is not installed");
    QFile file(path("large"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5'000'000, 'L'));
    file.close();
    Nginx nginx(m_directory.path(), "location / { root " + m_directory.path().toLocal8Bit() + "; }");
    QTRY_VERIFY2(nginx.isUp(), nginx.log().constData());
    Client client(trusting());
    std::vector<Recorder> recorders(12);
    for (std::size_t i = 0; i < recorders.size(); ++i) {
        Recorder &recorder = recorders[i];
        recorder.keepsBody = false;
        if (i % 2)
            recorder.atBytes = [&recorder] { recorder.attempt.reset(); };
        recorder.attempt = client.send({.method = "GET", .url = nginx.url("/large")}, &recorder);
    }
    for (std::size_t i = 0; i < recorders.size(); i += 2) {
        QTRY_VERIFY_WITH_TIMEOUT(recorders[i].ended(), 20'000);
        QVERIFY2(recorders[i].succeeded(), recorders[i].message().c_str());
        QCOMPARE(recorders[i].received, std::size_t(5'000'000));
        QCOMPARE(recorders[i + 1].ends, 0);
    }
}

void TestSecure::aProxyFromTheEnvironmentIsUsed_data()
{
    QTest::addColumn<QByteArray>("variable");
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSecure::aProxyFromTheEnvironmentIsUsed()
{
    QFETCH(QByteArray, variable);
    ScriptServer proxy([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("by proxy")); });
    qputenv(variable.constData(), QByteArray::fromStdString("http://" + proxy.place()));
    Client client(Settings {});
    Recorder recorder;
    recorder.attempt = client.send({.url = "http://provider.invalid/v1/x"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string("by proxy"));
    QVERIFY(proxy.requests.value(0).startsWith("POST http://provider.invalid/v1/x HTTP/1.1\r\n"));
}

void TestSecure::noProxyIsHonoured()
{
    for (const char *variable : {"no_proxy", "NO_PROXY"}) {
        init();
        ScriptServer proxy, server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("direct")); });
        qputenv("HTTP_PROXY", QByteArray::fromStdString("http://" + proxy.place()));
        qputenv(variable, "example.com,127.0.0.1");
        Client client(Settings {});
        Recorder recorder;
        recorder.attempt = client.send({.url = server.url()}, &recorder);
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(recorder.body, std::string("direct"));
        QCOMPARE(proxy.connections, 0);
    }
}

void TestSecure::httpsGoesThroughATunnel()
{
    int requests = 0;
    const auto server = secureServer(&requests);
    ScriptServer proxy([&](QTcpSocket *socket, const QByteArray &) {
        auto *onward = new QTcpSocket(socket);
        onward->connectToHost(QHostAddress(QHostAddress::LocalHost), server->serverPort());
        socket->disconnect(SIGNAL(readyRead()));
        QObject::connect(
            onward, &QTcpSocket::connected, socket, [socket] { socket->write("HTTP/1.1 200 Connected\r\nX-Proxy: 1\r\n\r\n"); });
        QObject::connect(onward, &QTcpSocket::readyRead, socket, [socket, onward] { socket->write(onward->readAll()); });
        QObject::connect(socket, &QTcpSocket::readyRead, onward, [socket, onward] { onward->write(socket->readAll()); });
    });
    qputenv("HTTPS_PROXY", QByteArray::fromStdString("http://" + proxy.place()));
    Client client(trusting());
    Recorder recorder;
    const std::string place = "127.0.0.1:" + std::to_string(server->serverPort());
    recorder.attempt =
        client.send({.url = "https://" + place + "/v1?q=1", .headers = {{"Authorization", "Bearer sk-1"}}}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string("secure"));
    QVERIFY(!recorder.headers.has("X-Proxy"));
    QVERIFY(proxy.requests.value(0).startsWith(QByteArray::fromStdString("CONNECT " + place + " HTTP/1.1\r\n")));
    QVERIFY(!proxy.requests.value(0).contains("sk-1"));
}

void TestSecure::aProxyThatRefusesIsNamed()
{
    qputenv("http_proxy", "http://127.0.0.1:1");
    qputenv("https_proxy", "http://127.0.0.1:1");
    Client client(Settings {});
    for (const char *url : {"http://provider.invalid/", "https://provider.invalid/"}) {
        Recorder recorder;
        recorder.attempt = client.send({.url = url}, &recorder);
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::ApiConnection));
        QCOMPARE(recorder.message(), std::string("Connection refused by 127.0.0.1:1"));
    }
    ScriptServer proxy(
        [](QTcpSocket *socket, const QByteArray &) { socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"); });
    qputenv("https_proxy", QByteArray::fromStdString("http://" + proxy.place()));
    Client other(Settings {});
    Recorder recorder;
    recorder.attempt = other.send({.url = "https://provider.invalid/"}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QVERIFY2(recorder.says("proxy") && recorder.says("403"), recorder.message().c_str());
}

QTEST_GUILESS_MAIN(TestSecure)
#include "tst_secure.moc"
