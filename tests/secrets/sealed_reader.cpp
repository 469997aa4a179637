// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a secret, which the program itself never does, for tests of the command line: "sealed_reader FOLDER KEY". Ends
// with 1 when there is none.
#include "core/secrets/sealed_secret_store.h"

#include <QFile>

#include <cstdio>

using namespace mediahelm;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    const base::SystemClock clock;
    secrets::SealedSecretStore store(QFile::decodeName(argv[1]), clock);
    const auto value = store.read(QString::fromLocal8Bit(argv[2])).result(); // finished already
    if (!value || !value->has_value())
        return 1;
    std::fwrite((*value)->constData(), 1, static_cast<std::size_t>((*value)->size()), stdout);
    return 0;
}
