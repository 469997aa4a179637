// SPDX-License-Identifier: GPL-3.0-or-later

// Prints what is made from the option table: run by the build.
#include "app/options/help_text.h"

#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    using namespace mediahelm::app;
    const char *what = argc == 2 ? argv[1] : "";
    QString text;
    if (std::strcmp(what, "man") == 0)
        text = manualPage();
    else if (std::strcmp(what, "bash") == 0)
        text = bashCompletion();
    else if (std::strcmp(what, "zsh") == 0)
        text = zshCompletion();
    else if (std::strcmp(what, "fish") == 0)
        text = fishCompletion();
    const QByteArray bytes = text.toUtf8();
    return !bytes.isEmpty() && std::fwrite(bytes.constData(), 1, bytes.size(), stdout) == std::size_t(bytes.size()) ? 0
                                                                                                                    : 1;
}
