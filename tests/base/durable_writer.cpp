// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a file as the program does, and says so: "durable_writer PATH CHARACTER SIZE". Killed on purpose by its test.
#include "core/base/durable_file.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 4)
        return 64;
    const QByteArray content(std::atoi(argv[3]), argv[2][0]);
    const auto status = mediahelm::base::writeDurably(QFile::decodeName(argv[1]), content);
    const QByteArray word = status.ok() ? QByteArray("saved") : status.error().message.toLocal8Bit();
    (void)!::write(STDOUT_FILENO, word.constData(), static_cast<std::size_t>(word.size()));
    return status.ok() ? 0 : 1;
}
