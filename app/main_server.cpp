// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/entrance.h"

int main(int argc, char **argv)
{
    return mediahelm::app::enter(argc, argv, nullptr, mediahelm::app::sealedSecrets);
}
