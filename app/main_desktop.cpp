// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_root.h"
#include "app/desktop/desktop_secrets.h"
#include "app/roots/entrance.h"

int main(int argc, char **argv)
{
    return mediahelm::app::enter(argc, argv, mediahelm::app::runDesktop, mediahelm::app::desktopSecrets);
}
