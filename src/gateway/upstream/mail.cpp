// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/mail.h"

#include "gateway/upstream/explain.h"

#include <QTimer>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <thread>
#include <utility>

namespace gatehouse::upstream {

namespace {

constexpr long permanentRefusal = 500; // of SMTP's codes; those from 400 on may be tried again

long securityOf(MailServer::Security security)
{
    return security == MailServer::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL;
}

std::string urlOf(const MailServer &server)
{
    const bool isTls = server.security == MailServer::Security::Tls;
    return (isTls ? "smtps://" : "smtp://") + server.host + ":" + std::to_string(server.port) + "/gatehouse";
}

} // namespace

bool isMailAddress(std::string_view address)
{
    constexpr std::size_t longest = 254;
    const auto isOdd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 127 || std::strchr("<>()[],;:\\\"", c); };
    const std::size_t at = address.find('@');
    return address.size() <= longest && at != std::string_view::npos && at > 0 && at + 1 < address.size()
        && address.find('@', at + 1) == std::string_view::npos && std::none_of(address.begin(), address.end(), isOdd);
}

/// One letter on its way, on a thread of its own: libcurl waits for what the server says at the end of a letter, and of the
/// connection, whoever else the thread has to serve.
class Mailer::Delivery
{
public:
    Delivery(MailServer server, Letter letter, std::function<void(Result<>)> done);
    ~Delivery();
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    bool isOver = false; // on the mailer's thread

private:
    static std::size_t onRoom(char *buffer, std::size_t size, std::size_t count, void *self);
    static int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    void run();
    void configure(CURL *easy, const std::string &url);
    Result<> perform();
    Result<> outcome(CURL *easy, CURLcode code) const;
    void end(const Result<> &result);

    const MailServer m_server;
    const Letter m_letter;
    const std::function<void(Result<>)> m_done;
    std::size_t m_sent = 0;
    std::array<char, CURL_ERROR_SIZE> m_errorText {};
    std::atomic<bool> m_isCancelled {false};
    QObject m_home; // on the mailer's thread
    std::thread m_thread;
};

Mailer::Delivery::Delivery(MailServer server, Letter letter, std::function<void(Result<>)> done)
    : m_server(std::move(server))
    , m_letter(std::move(letter))
    , m_done(std::move(done))
    , m_thread([this] { run(); })
{
}

// libcurl asks within a second whether it is to go on.
Mailer::Delivery::~Delivery()
{
    m_isCancelled = true;
    m_thread.join();
}

void Mailer::Delivery::run()
{
    Result<> result = perform();
    QMetaObject::invokeMethod(
        &m_home, [this, result = std::move(result)] { end(result); }, Qt::QueuedConnection);
}

void Mailer::Delivery::end(const Result<> &result)
{
    isOver = true;
    const auto done = m_done; // whoever hears it may send the next letter, which ends this object; the result is the event's
    done(result);
}

Result<> Mailer::Delivery::perform()
{
    CURL *easy = curl_easy_init();
    curl_slist *receivers = nullptr;
    for (const std::string &each : m_letter.to)
        receivers = curl_slist_append(receivers, ("<" + each + ">").c_str());
    configure(easy, urlOf(m_server));
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, receivers);
    Result<> result = outcome(easy, curl_easy_perform(easy));
    curl_easy_cleanup(easy);
    curl_slist_free_all(receivers);
    return result;
}

void Mailer::Delivery::configure(CURL *easy, const std::string &url)
{
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_server.patience.count()));
    curl_easy_setopt(easy, CURLOPT_USE_SSL, securityOf(m_server.security));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, m_server.verifyPeer ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, m_server.verifyPeer ? 2L : 0L);
    if (!m_server.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, m_server.caFile.c_str());
    if (!m_server.user.empty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, m_server.user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, m_server.password.reveal().c_str());
    }
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, ("<" + m_letter.from + ">").c_str());
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &Delivery::onRoom);
    curl_easy_setopt(easy, CURLOPT_READDATA, this);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &Delivery::onProgress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
}

std::size_t Mailer::Delivery::onRoom(char *buffer, std::size_t size, std::size_t count, void *self)
{
    auto *delivery = static_cast<Delivery *>(self);
    const std::string &text = delivery->m_letter.text;
    const std::size_t taken = std::min(size * count, text.size() - delivery->m_sent);
    std::memcpy(buffer, text.data() + delivery->m_sent, taken);
    delivery->m_sent += taken;
    return taken;
}

int Mailer::Delivery::onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Delivery *>(self)->m_isCancelled ? 1 : 0;
}

Result<> Mailer::Delivery::outcome(CURL *easy, CURLcode code) const
{
    if (code == CURLE_OK)
        return {};
    long answer = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer);
    const std::string place = m_server.host + ":" + std::to_string(m_server.port);
    if (code == CURLE_OPERATION_TIMEDOUT)
        return Failure {Error {Fault::Timeout, "the mail server " + place + " took longer than " + inWords(m_server.patience)}};
    if (code == CURLE_LOGIN_DENIED)
        return Failure {Error {Fault::InvalidRequest, "the mail server " + place + " does not accept the user and password"}};
    // libcurl's own words name neither user nor password.
    const std::string words = m_errorText.front() ? m_errorText.data() : curl_easy_strerror(code);
    const Fault fault = answer >= permanentRefusal ? Fault::InvalidRequest : Fault::ApiConnection;
    return Failure {Error {fault, "the mail server " + place + " did not take the letter: " + words}};
}

Mailer::Mailer()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

Mailer::~Mailer()
{
    m_delivery.reset();
    curl_global_cleanup();
}

bool Mailer::isBusy() const
{
    return m_delivery && !m_delivery->isOver;
}

void Mailer::send(const MailServer &server, Letter letter, std::function<void(Result<>)> done)
{
    Q_ASSERT(!isBusy());
    const bool isSound = isMailAddress(letter.from) && !letter.to.empty()
        && std::all_of(letter.to.begin(), letter.to.end(), [](const std::string &each) { return isMailAddress(each); });
    if (!isSound) {
        QTimer::singleShot(0, this, [done = std::move(done)] {
            done(Failure {Error {Fault::InvalidRequest, "a letter needs a sender and receivers with addresses"}});
        });
        return;
    }
    m_delivery = std::make_unique<Delivery>(server, std::move(letter), std::move(done));
}

} // namespace gatehouse::upstream
