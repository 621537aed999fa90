// Pamphlet
#pragma once
