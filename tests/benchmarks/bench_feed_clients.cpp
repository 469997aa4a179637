// SPDX-License-Identifier: GPL-3.0-or-later
// Many WebSocket clients of the metrics feed in one thread: "bench_feed_clients PORT TOKEN CLIENTS SECONDS". Joins them
// all, then counts what arrives for SECONDS. Says on stdout: "joined N MS", and at the end "messages N bytes N closed
// N". Speaks just enough of RFC 6455 to count frames and to answer pings.
#include "core/base/unique_fd.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <vector>

namespace {

using mediahelm::base::UniqueFd;

struct Client {
    UniqueFd fd;
    QByteArray buffer;
    bool upgraded = false;
};

struct Totals {
    long long messages = 0;
    long long bytes = 0;
    int joined = 0;
    int refused = 0;
    int closed = 0;
};

double seconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

UniqueFd connectTo(int port)
{
    UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return UniqueFd();
    return fd;
}

void sendAll(int fd, const QByteArray &bytes)
{
    (void)::send(fd, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
}

QByteArray handshake(int port, const QByteArray &token)
{
    return "GET /api/v1/metrics HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
        + token + "\r\n\r\n";
}

// Takes one frame off the buffer's front; false when it is not whole yet.
bool takeFrame(Client &client, Totals &totals)
{
    const QByteArray &buffer = client.buffer;
    if (buffer.size() < 2)
        return false;
    const auto byte = [&](qsizetype i) { return static_cast<quint8>(buffer[i]); };
    qsizetype head = 2;
    quint64 length = byte(1) & 0x7FU;
    const int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (buffer.size() < head + extended)
        return false;
    if (extended > 0)
        length = 0;
    for (int i = 0; i < extended; ++i)
        length = length << 8U | byte(head + i);
    head += extended;
    if (static_cast<quint64>(buffer.size() - head) < length)
        return false;
    const int opcode = byte(0) & 0x0F;
    if (opcode == 9) { // ping: a pong with the same payload and a mask of zeros
        QByteArray pong("\x8A");
        pong += static_cast<char>(0x80 | static_cast<int>(length & 0x7FU));
        pong += QByteArray(4, '\0') + buffer.mid(head, static_cast<qsizetype>(length));
        sendAll(client.fd.get(), pong);
    } else if (opcode <= 2) {
        ++totals.messages;
    }
    client.buffer.remove(0, head + static_cast<qsizetype>(length));
    return true;
}

void read(Client &client, Totals &totals)
{
    char block[65536];
    const ssize_t n = ::recv(client.fd.get(), block, sizeof block, MSG_DONTWAIT);
    if (n == 0 || (n < 0 && errno != EAGAIN)) {
        ++totals.closed;
        client.fd = UniqueFd();
        return;
    }
    if (n < 0)
        return;
    totals.bytes += n;
    client.buffer.append(block, n);
    if (!client.upgraded) {
        const qsizetype end = client.buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        if (!client.buffer.startsWith("HTTP/1.1 101"))
            ++totals.refused;
        client.upgraded = true;
        ++totals.joined;
        client.buffer.remove(0, end + 4);
    }
    while (takeFrame(client, totals)) {
    }
}

void pump(int epoll, std::vector<Client> &clients, Totals &totals)
{
    epoll_event events[256];
    const int ready = ::epoll_wait(epoll, events, 256, 50);
    for (int i = 0; i < ready; ++i) {
        Client &client = clients[events[i].data.u32];
        if (client.fd.valid())
            read(client, totals);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5)
        return 64;
    const int port = std::atoi(argv[1]);
    const QByteArray token(argv[2]);
    std::vector<Client> clients(static_cast<std::size_t>(std::atoi(argv[3])));
    const rlimit files{8192, 8192};
    ::setrlimit(RLIMIT_NOFILE, &files);
    const UniqueFd epoll(::epoll_create1(EPOLL_CLOEXEC));
    Totals totals;

    const double start = seconds();
    for (std::size_t i = 0; i < clients.size(); ++i) {
        clients[i].fd = connectTo(port);
        if (!clients[i].fd.valid()) {
            ++totals.closed;
            continue;
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(i);
        ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, clients[i].fd.get(), &event);
        sendAll(clients[i].fd.get(), handshake(port, token));
        while (totals.joined + totals.closed <= static_cast<int>(i) - 50) // at most 50 handshakes under way
            pump(epoll.get(), clients, totals);
    }
    while (totals.joined + totals.closed < static_cast<int>(clients.size()) && seconds() - start < 60)
        pump(epoll.get(), clients, totals);
    std::printf("joined %d %.0f\n", totals.joined - totals.refused, (seconds() - start) * 1000);
    std::fflush(stdout);

    totals.messages = 0;
    totals.bytes = 0;
    const double end = seconds() + std::atof(argv[4]);
    while (seconds() < end)
        pump(epoll.get(), clients, totals);
    std::printf("messages %lld bytes %lld closed %d\n", totals.messages, totals.bytes, totals.closed);
    return 0;
}
