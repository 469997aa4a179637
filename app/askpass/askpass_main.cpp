// SPDX-License-Identifier: GPL-3.0-or-later
//
// mediahelm-askpass: what ssh runs to ask a question. It carries the prompt to the Mediahelm process that started ssh
// and prints the answer. Exit status 0 with the answer on standard output; 1 when it was declined or nobody is there.
//
// On the socket named by MEDIAHELM_ASKPASS_SOCKET it sends "TOKEN\0HINT\0PROMPT\0" and reads until the end: "+" and the
// answer, or nothing.

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    while (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        if (errno != EINTR)
            return -1;
    }
    return fd;
}

bool writeAll(int fd, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t n = ::write(fd, bytes, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int fd = connectTo(environment("MEDIAHELM_ASKPASS_SOCKET"));
    if (fd < 0)
        return 1;
    std::string request = environment("MEDIAHELM_ASKPASS_TOKEN");
    request += '\0';
    request += environment("SSH_ASKPASS_PROMPT");
    request += '\0';
    request += argc > 1 ? argv[1] : "";
    request += '\0';
    if (!writeAll(fd, request.data(), request.size()))
        return 1;

    // A fixed buffer, so that no copy of the answer is left behind; ssh itself reads no more than 1023 bytes.
    char answer[2048];
    std::size_t size = 0;
    for (;;) {
        const ssize_t n = ::read(fd, answer + size, sizeof answer - size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        size += static_cast<std::size_t>(n);
        if (size == sizeof answer)
            break;
    }
    const bool accepted = size > 0 && size < sizeof answer && answer[0] == '+';
    if (accepted)
        answer[size++] = '\n';
    const bool printed = accepted && writeAll(STDOUT_FILENO, answer + 1, size - 1);
    ::explicit_bzero(answer, sizeof answer);
    return printed ? 0 : 1;
}
